package dev.svgym.configremediation.kubernetes;

/** A file is not the YAML that is read here. Stays inside this package: callers get a flaw of the file. */
final class UnreadableYamlException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String why;

    /**
     * @param line from 1
     * @param why what was expected and what came
     */
    UnreadableYamlException(int line, String why) {
        super(why);
        this.line = line;
        this.why = why;
    }

    String why() {
        return "line %s: %s".formatted(line, why);
    }
}
