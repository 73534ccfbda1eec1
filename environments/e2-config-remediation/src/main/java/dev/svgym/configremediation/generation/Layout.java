package dev.svgym.configremediation.generation;

/** How the objects of a task lie in files. */
public enum Layout {
    SINGLE_DOCUMENT("single-file"),
    MULTI_DOCUMENT("multi-document"),
    MULTI_FILE("multi-file");

    private final String text;

    Layout(String text) {
        this.text = text;
    }

    /** The name in strata. */
    public String text() {
        return text;
    }
}
