package dev.svgym.configremediation.generation;

/** What the prompt gives away about the violations. */
public enum Hint {
    NONE("none"),
    /** The rules that are violated. */
    RULE("rule"),
    /** The rules with file and line. */
    LINE("line");

    private final String text;

    Hint(String text) {
        this.text = text;
    }

    /** The name in references. */
    public String text() {
        return text;
    }
}
