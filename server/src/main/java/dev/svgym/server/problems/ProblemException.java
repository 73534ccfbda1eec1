package dev.svgym.server.problems;

import dev.svgym.reward.RewardsRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable String code,
            @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), null, null);
    }

    /** Rewards or parameters that an estimator refuses; the code is the module's. */
    public static ProblemException of(RewardsRefusedException refused) {
        return of(ProblemType.ESTIMATION_REFUSED, String.valueOf(refused.getMessage()))
                .withCode(refused.code().name());
    }

    public ProblemException withErrors(List<FieldError> others) {
        return new ProblemException(type, detail, others, code, retryAfter);
    }

    public ProblemException withCode(String other) {
        return new ProblemException(type, detail, errors, other, retryAfter);
    }

    /** The same, with a hint when to try again; on the wire in whole seconds, at least one. */
    public ProblemException withRetryAfter(Duration other) {
        return new ProblemException(type, detail, errors, code, other);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** When to try again, in whole seconds, at least one. */
    public Optional<Long> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter)
                .map(wait -> Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** The document, for a place other than the body of an error reply. */
    public Problem document() {
        return document(null);
    }

    Problem document(@Nullable String instance) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                instance,
                code,
                errors.isEmpty() ? null : errors);
    }
}
