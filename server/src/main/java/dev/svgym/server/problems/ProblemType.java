package dev.svgym.server.problems;

import java.util.Locale;

/** Every kind of problem that the API answers with. A client may switch on {@link #uri}. */
public enum ProblemType {
    BAD_REQUEST(400, "Request cannot be read"),
    MALFORMED_JSON(400, "Body is not strict JSON"),
    NOT_UTF_8(400, "Body is not UTF-8"),
    UNAUTHENTICATED(401, "A key is needed"),
    FORBIDDEN(403, "Key does not allow this"),
    UNKNOWN_ROUTE(404, "There is no such resource"),
    UNKNOWN_ENVIRONMENT(404, "There is no such environment"),
    UNKNOWN_TASK(404, "There is no such task"),
    UNKNOWN_ROLLOUT(404, "There is no such rollout"),
    UNKNOWN_GROUP(404, "There is no such group"),
    UNKNOWN_ESTIMATOR(404, "There is no such estimator"),
    METHOD_NOT_ALLOWED(405, "Method is not allowed here"),
    NOT_ACCEPTABLE(406, "No such representation"),
    TASK_CHANGED(409, "Task is not the one that was expected"),
    ROLLOUT_ENDED(409, "Rollout has ended"),
    SEQUENCE_CONFLICT(409, "Sequence was used for another action"),
    SEQUENCE_GAP(409, "Sequence leaves a gap"),
    SET_EXISTS(409, "Set is there already"),
    ROLLOUT_EXPIRED(410, "Rollout has expired"),
    BODY_TOO_LARGE(413, "Body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Body has an unsupported type"),
    INVALID_REQUEST(422, "Request is not what was expected"),
    UNUSABLE_FILE(422, "File cannot be imported"),
    INVALID_TASK(422, "Task is unsound"),
    ESTIMATION_REFUSED(422, "Estimator refuses these rewards"),
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key was used for another request"),
    OVERLOADED(429, "Too much work at once"),
    STORE_FULL(429, "Too many rollouts"),
    INTERNAL(500, "Fault of this server"),
    ENGINE_FAULT(503, "Engine failed"),
    TASK_UNAVAILABLE(503, "Engine of this task is not there");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Whether the same call may be served later, nothing being wrong with it. */
    public boolean isOurs() {
        return status == 429 || status == 503;
    }

    /** The last part of the type's URI, such as {@code rollout-ended}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return "/problems/" + slug();
    }
}
