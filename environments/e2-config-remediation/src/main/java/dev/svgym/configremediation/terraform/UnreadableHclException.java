package dev.svgym.configremediation.terraform;

/** Text that is refused. For the place where reading stops, never for control of flow. */
final class UnreadableHclException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    /**
     * @param line from 1
     */
    UnreadableHclException(int line, String why) {
        super(why);
        this.why = "line %s: %s".formatted(line, why);
    }

    /** With the line. */
    String why() {
        return why;
    }
}
