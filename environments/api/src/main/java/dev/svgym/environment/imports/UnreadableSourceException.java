package dev.svgym.environment.imports;

/** A source that cannot be read on. */
public final class UnreadableSourceException extends Exception {

    private static final long serialVersionUID = 1;

    private final long line;

    /**
     * @param line counted from 1; 0 where the source as a whole is to blame
     * @param message what was expected, what came and what to do
     */
    public UnreadableSourceException(long line, String message) {
        super(message);
        this.line = line;
    }

    long line() {
        return line;
    }
}
