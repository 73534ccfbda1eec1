package dev.svgym.server.references;

import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.problems.Problem;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.references.References.Referenced;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** References, over HTTP, to a key of the admin scope. */
@RestController
class ReferencesController {

    private static final int MOST = 10_000;

    private final References references;
    private final JsonMapper json;

    ReferencesController(References references, JsonMapper json) {
        this.references = references;
        this.json = json;
    }

    /** The last line, where the status of the reply was sent already. */
    record ErrorLine(Problem error) {}

    @Operation(summary = "Tasks with their references, one a line; needs a key of the admin scope")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = Referenced.class)))
    @GetMapping(
            path = "/v1/admin/environments/{id}/references",
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void list(
            @PathVariable String id,
            @RequestParam String split,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "100") int count,
            HttpServletResponse response)
            throws IOException {
        var errors = new FieldErrors();
        errors.require(from >= 0, "from", "expected a whole number >= 0, got %d".formatted(from));
        errors.require(
                count >= 1 && count <= MOST,
                "count",
                "expected 1 to %d, got %d".formatted(MOST, count));
        errors.throwIfAny();
        Iterator<Referenced> rows = references.of(id, split, from, count);
        Referenced first = rows.hasNext() ? rows.next() : null;
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        if (first != null) {
            write(first, response);
        }
        try {
            while (rows.hasNext()) {
                write(rows.next(), response);
            }
        } catch (ProblemException problem) {
            write(new ErrorLine(problem.document()), response);
        }
    }

    private void write(Object line, HttpServletResponse response) throws IOException {
        response.getOutputStream().write(json.writeValueAsBytes(line));
        response.getOutputStream().write('\n');
    }
}
