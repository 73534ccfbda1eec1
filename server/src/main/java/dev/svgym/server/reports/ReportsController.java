package dev.svgym.server.reports;

import dev.svgym.environment.report.ReportFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Reports on attempts. For admins: a report on one task would tell its label. */
@RestController
@RequestMapping("/v1/admin/environments/{id}/reports")
class ReportsController {

    private final Reports reports;

    ReportsController(Reports reports) {
        this.reports = reports;
    }

    /**
     * A report.
     *
     * @param report everything, with intervals
     * @param summary the SV-Bench {@code summary.json}
     */
    record ReportReply(JsonNode report, JsonNode summary, List<ChartRow> charts) {}

    /**
     * A drawing.
     *
     * @param png in base64
     */
    record ChartRow(String name, String svg, String png) {}

    /** Reports on the lines of the body. */
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    ReportReply report(
            @PathVariable String id,
            @RequestParam(defaultValue = "unknown") String run,
            @RequestParam(defaultValue = "unknown") String model,
            @RequestParam(defaultValue = "unknown") String dataset,
            @RequestBody(required = false) byte @Nullable [] body)
            throws IOException {
        String lines = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        ReportFiles files =
                reports.report(
                        id,
                        new Reports.Source(run, model, dataset),
                        new BufferedReader(new StringReader(lines)));
        return new ReportReply(
                files.report(),
                files.summary(),
                files.charts().stream()
                        .map(chart ->
                                new ChartRow(
                                        chart.name(),
                                        chart.svg(),
                                        Base64.getEncoder().encodeToString(chart.png())))
                        .toList());
    }
}
