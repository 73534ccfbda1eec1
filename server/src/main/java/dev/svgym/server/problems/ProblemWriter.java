package dev.svgym.server.problems;

import dev.svgym.server.metrics.Meters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns an exception into a reply, and counts it. */
@Component
public class ProblemWriter {

    private final JsonMapper json;
    private final Meters meters;

    ProblemWriter(JsonMapper json, Meters meters) {
        this.json = json;
        this.meters = meters;
    }

    ResponseEntity<Problem> reply(
            ProblemException problem, HttpServletRequest request, HttpHeaders headers) {
        meters.problem(problem.type().slug());
        var reply = ResponseEntity.status(problem.type().status()).headers(headers);
        problem.retryAfterSeconds()
                .ifPresent(seconds -> reply.header(HttpHeaders.RETRY_AFTER, seconds.toString()));
        return reply.contentType(Problem.MEDIA_TYPE)
                .body(problem.document(Excerpt.of(request.getRequestURI())));
    }

    /** For a place where no controller advice reaches. */
    public void write(
            ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ResponseEntity<Problem> reply = reply(problem, request, new HttpHeaders());
        response.setStatus(reply.getStatusCode().value());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.getOutputStream().write(json.writeValueAsBytes(reply.getBody()));
    }
}
