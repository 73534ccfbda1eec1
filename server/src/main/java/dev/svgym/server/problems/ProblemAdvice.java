package dev.svgym.server.problems;

import dev.svgym.reward.RewardsRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Answers whatever goes wrong in a request with a problem document. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> problem(ProblemException problem, HttpServletRequest request) {
        return problems.reply(problem, request, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(RewardsRefusedException refused, HttpServletRequest request) {
        return problem(ProblemException.of(refused), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        ProblemException problem =
                unreadable.getCause() instanceof JacksonException fault
                        ? JsonFault.explain(fault, "")
                        : ProblemException.of(
                                ProblemType.BAD_REQUEST,
                                "expected a JSON object as body, got none; see /v3/api-docs");
        return problems.reply(problem, request, new HttpHeaders());
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Problem> noRoute(HttpServletRequest request) {
        return problems.reply(
                ProblemException.of(
                        ProblemType.UNKNOWN_ROUTE,
                        "expected a path of this API, got %s; /v3/api-docs lists them"
                                .formatted(Excerpt.of(request.getRequestURI()))),
                request,
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> method(
            HttpRequestMethodNotSupportedException fault, HttpServletRequest request) {
        return problems.reply(
                ProblemException.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "expected one of %s here, got %s"
                                .formatted(
                                        fault.getSupportedHttpMethods(),
                                        Excerpt.of(fault.getMethod()))),
                request,
                fault.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(
            HttpMediaTypeNotSupportedException fault, HttpServletRequest request) {
        String came = Objects.requireNonNullElse(request.getContentType(), "none");
        return problems.reply(
                ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "expected Content-Type %s, got %s"
                                .formatted(fault.getSupportedMediaTypes(), Excerpt.of(came))),
                request,
                fault.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(
            HttpMediaTypeNotAcceptableException fault, HttpServletRequest request) {
        return problems.reply(
                ProblemException.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "this call answers %s; ask for one of them in Accept"
                                .formatted(fault.getSupportedMediaTypes())),
                request,
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(
            MissingServletRequestParameterException fault, HttpServletRequest request) {
        return problems.reply(
                FieldErrors.single(fault.getParameterName(), "expected this parameter, got none"),
                request,
                new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatch(
            MethodArgumentTypeMismatchException fault, HttpServletRequest request) {
        Class<?> type = fault.getRequiredType();
        return problems.reply(
                FieldErrors.single(
                        fault.getName(),
                        "expected %s, got %s"
                                .formatted(
                                        type == null
                                                ? "another value"
                                                : type.getSimpleName().toLowerCase(Locale.ROOT),
                                        Excerpt.of(String.valueOf(fault.getValue())))),
                request,
                new HttpHeaders());
    }

    /** The client has gone; there is nobody to answer. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, UncheckedIOException.class})
    void gone(Exception fault) {
        LOG.debug("client went away: {}", fault.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> anything(Exception fault, HttpServletRequest request) {
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return problems.reply(
                    ProblemException.of(
                            ProblemType.BAD_REQUEST,
                            "the request cannot be served as it is: %s"
                                    .formatted(
                                            Excerpt.of(
                                                    String.valueOf(known.getBody().getDetail())))),
                    request,
                    known.getHeaders());
        }
        LOG.error("{} {}: {}", request.getMethod(), request.getRequestURI(), Trace.of(fault));
        return problems.reply(
                ProblemException.of(
                        ProblemType.INTERNAL,
                        "this server failed; its log says why. Try again, and report it if it stays"),
                request,
                new HttpHeaders());
    }
}
