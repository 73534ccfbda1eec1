package dev.svgym.configremediation.generation;

/** How much of the judge the tools of a task show. */
public enum Help {
    /** The tools scan by all rules in force. */
    FULL("full"),
    /** The tools scan by some of the rules in force. */
    PARTIAL("partial"),
    /** There are no tools. */
    NONE("none");

    private final String text;

    Help(String text) {
        this.text = text;
    }

    /** The name in strata and references. */
    public String text() {
        return text;
    }
}
