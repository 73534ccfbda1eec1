package dev.svgym.configremediation.dockerfile;

/** A word whose quotes or substitutions have no end or make no sense. */
final class UnreadableWordException extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    UnreadableWordException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
