package dev.svgym.configremediation.dockerfile;

/** A text that is no Dockerfile. */
final class UnreadableDockerfileException extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    /**
     * @param line from 1
     * @param why what was expected and what came
     */
    UnreadableDockerfileException(int line, String why) {
        super("line %s: %s".formatted(line, why));
        this.why = "line %s: %s".formatted(line, why);
    }

    String why() {
        return why;
    }
}
