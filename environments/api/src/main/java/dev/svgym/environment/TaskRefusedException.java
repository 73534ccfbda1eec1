package dev.svgym.environment;

import java.util.List;

/**
 * The caller asked for a task that cannot be posed. The message says what was expected, what came and what to do.
 */
public final class TaskRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why a task cannot be posed. */
    public enum Reason {
        /** There is no such task, or no such split. */
        UNKNOWN,
        /** The definition of an inline task is unsound. */
        INVALID,
        /** An engine that the task needs is not there. */
        UNAVAILABLE,
        /** An engine that the task needs has more to do than it may have. */
        OVERLOADED
    }

    private final Reason reason;
    private final transient List<FieldError> errors;

    /** One thing that is wrong with a definition, at a JSON pointer into it. */
    public record FieldError(String pointer, String message) {

        public FieldError {
            pointer = WellFormed.text(pointer);
            message = WellFormed.text(message);
        }
    }

    public TaskRefusedException(Reason reason, String message) {
        this(reason, message, List.of());
    }

    public TaskRefusedException(Reason reason, String message, List<FieldError> errors) {
        super(WellFormed.text(message));
        this.reason = reason;
        this.errors = List.copyOf(errors);
    }

    public Reason reason() {
        return reason;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
