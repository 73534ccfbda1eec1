package dev.svgym.configremediation.scanner;

/** A run of an engine that told nothing about any of its targets. */
final class LostBatchException extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;
    private final boolean ours;

    /**
     * @param why for operators
     * @param ours whether no target can have been the reason
     */
    LostBatchException(String why, boolean ours) {
        super(why);
        this.why = why;
        this.ours = ours;
    }

    String why() {
        return why;
    }

    boolean ours() {
        return ours;
    }
}
