package dev.svgym.configremediation.generation;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /**
     * Which rules the tools scan by.
     *
     * @param rules ids of those in force
     */
    public List<String> shown(Set<String> rules, RandomStream random) {
        return this == PARTIAL ? half(rules, random) : List.copyOf(rules);
    }

    /** About half of them, in order. */
    private static List<String> half(Set<String> rules, RandomStream random) {
        List<String> some = new ArrayList<>();
        for (String rule : rules) {
            if (random.percent(50)) {
                some.add(rule);
            }
        }
        return some.isEmpty() ? List.copyOf(rules) : some;
    }

    /** The name in strata and references. */
    public String text() {
        return text;
    }
}
