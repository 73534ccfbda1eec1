package dev.svgym.environment.imports;

import dev.svgym.environment.WellFormed;

/** An import that cannot be done. Nothing was changed. The message says what was expected, what came and what to do. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why an import cannot be done. */
    public enum Reason {
        /** Format, name or options are wrong. */
        REQUEST,
        /** The set is there already. */
        SET_EXISTS,
        /** A source is broken, of another format, too large, or without a usable row. */
        SOURCE,
        /** No folder for imported sets is configured. */
        UNAVAILABLE,
        /** An engine that has to judge rows is not there or too busy; nothing is wrong with the request. */
        ENGINE
    }

    private final Reason reason;

    public ImportRefusedException(Reason reason, String message) {
        super(WellFormed.text(message));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
