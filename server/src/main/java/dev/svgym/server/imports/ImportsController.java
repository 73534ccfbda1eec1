package dev.svgym.server.imports;

import dev.svgym.environment.imports.ImportFormat;
import dev.svgym.environment.imports.ImportProgress;
import dev.svgym.environment.imports.ImportReport;
import dev.svgym.environment.imports.ImportRequest;
import dev.svgym.environment.imports.ImportSource;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads of files to import: read as they come, never kept. */
@RestController
@RequestMapping("/v1/admin/environments/{id}/imports")
class ImportsController {

    private final Imports imports;
    private final ImportSettings settings;
    private final Semaphore places;

    ImportsController(Imports imports, ImportSettings settings) {
        this.imports = imports;
        this.settings = settings;
        this.places = new Semaphore(settings.maxAtOnce());
    }

    /** What an environment imports. */
    record FormatList(List<ImportFormat> formats) {}

    @GetMapping
    FormatList formats(@PathVariable String id) {
        return new FormatList(imports.importer(id).formats());
    }

    /**
     * Imports the body as a new set.
     *
     * @param format one of the formats
     * @param set name of the set
     * @param file name of the file, for messages and the manifest
     */
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                MediaType.APPLICATION_NDJSON_VALUE,
                MediaType.TEXT_PLAIN_VALUE,
                "text/csv",
                "application/gzip"
            })
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<ImportReport> upload(
            @PathVariable String id,
            @RequestParam String format,
            @RequestParam String set,
            @RequestParam(defaultValue = "upload") String file,
            @Parameter(hidden = true) @RequestParam Map<String, String> all,
            HttpServletRequest request) {
        long most = settings.maxUpload().toBytes();
        if (request.getContentLengthLong() > most) {
            throw BoundedUpload.tooLarge(most);
        }
        Map<String, String> options = new HashMap<>(all);
        List.of("format", "set", "file").forEach(options::remove);
        var source =
                new ImportSource(
                        file,
                        request.getContentLengthLong(),
                        () -> new BoundedUpload(request.getInputStream(), most));
        if (!places.tryAcquire()) {
            throw ProblemException.of(
                            ProblemType.OVERLOADED,
                            "%d imports are under way; nothing was read, send this one again"
                                    .formatted(settings.maxAtOnce()))
                    .withRetryAfter(settings.retryAfter());
        }
        try {
            ImportReport report =
                    imports.run(
                            id,
                            new ImportRequest(format, set, List.of(source), options),
                            ImportProgress.UNSEEN);
            return ResponseEntity.created(URI.create("/v1/environments/" + id)).body(report);
        } finally {
            places.release();
        }
    }
}
