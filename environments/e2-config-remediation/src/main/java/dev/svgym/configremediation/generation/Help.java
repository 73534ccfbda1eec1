package dev.svgym.configremediation.generation;

import dev.svgym.environment.generation.RandomStream;

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

    /** Which is which in a hundred tasks: 55, 25 and 20. */
    public static Help draw(RandomStream random) {
        int kind = random.below(100);
        return kind < 55 ? FULL : kind < 80 ? PARTIAL : NONE;
    }

    /** The name in strata and references. */
    public String text() {
        return text;
    }
}
