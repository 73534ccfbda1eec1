package dev.svgym.configremediation.dockerfile;

/** A Dockerfile that can be read and not be built, such as one that names a stage twice. */
final class UnsoundDockerfileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;

    UnsoundDockerfileException(int line, String why) {
        super("line %s: %s".formatted(line, why));
        this.why = "line %s: %s".formatted(line, why);
    }

    String why() {
        return why;
    }
}
