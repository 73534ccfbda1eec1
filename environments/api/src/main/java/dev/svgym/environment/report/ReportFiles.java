package dev.svgym.environment.report;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report.
 *
 * @param report everything, with intervals
 * @param summary the SV-Bench {@code summary.json}
 * @param charts drawn from the report
 */
public record ReportFiles(ObjectNode report, ObjectNode summary, List<Chart> charts) {

    public ReportFiles {
        charts = List.copyOf(charts);
    }

    /**
     * A drawing.
     *
     * @param name without suffix
     * @param svg the document's text
     * @param png the same as an image
     */
    @SuppressWarnings("ArrayRecordComponent") // An image is bytes; nobody compares charts.
    public record Chart(String name, String svg, byte[] png) {}
}
