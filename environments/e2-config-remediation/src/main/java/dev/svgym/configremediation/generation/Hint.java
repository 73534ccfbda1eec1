package dev.svgym.configremediation.generation;

import dev.svgym.environment.generation.RandomStream;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** Which is which in a hundred tasks: 70, 18 and 12. */
    public static Hint draw(RandomStream random) {
        int kind = random.below(100);
        return kind < 70 ? NONE : kind < 88 ? RULE : LINE;
    }

    /**
     * What the prompt tells of a fault.
     *
     * @param place file and line; asked for only where it is told
     */
    public Optional<String> of(String rule, Supplier<String> place) {
        return switch (this) {
            case NONE -> Optional.empty();
            case RULE -> Optional.of(rule);
            case LINE -> Optional.of(rule + " at " + place.get());
        };
    }

    /** The name in references. */
    public String text() {
        return text;
    }
}
