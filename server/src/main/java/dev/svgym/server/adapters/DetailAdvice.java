package dev.svgym.server.adapters;

import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.Trace;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import tools.jackson.databind.node.ObjectNode;

/** Errors of the adapters' requests, in the form of the servers that they stand in for. */
@RestControllerAdvice(basePackageClasses = DetailAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DetailAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(DetailAdvice.class);

    @ExceptionHandler
    ResponseEntity<ObjectNode> detail(DetailException error) {
        return error.reply(new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> problem(ProblemException problem) {
        var headers = new HttpHeaders();
        problem.retryAfterSeconds()
                .ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds.toString()));
        return new DetailException(problem.type().status(), problem.detail()).reply(headers);
    }

    /** The client has gone; there is nobody to answer. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, UncheckedIOException.class})
    void gone(Exception fault) {
        LOG.debug("client went away: {}", fault.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> anything(Exception fault) {
        LOG.error("an adapter failed: {}", Trace.of(fault));
        return new DetailException(500, "this server failed; its log says why")
                .reply(new HttpHeaders());
    }
}
