package dev.svgym.configremediation.generation;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a task hard, for reports.
 *
 * @param violations 0, 1, 2-3 or 4-6
 */
public record Stratum(String violations, Layout layout, Help help) {

    private static final int CLEAN_PERCENT = 20;
    private static final List<String> COUNTS = List.of("clean", "1", "2-3", "4-6");

    /** Of a task with so many violations, at most 6. */
    public static Stratum of(int violations, Layout layout, Help help) {
        int bin = violations <= 1 ? violations : violations <= 3 ? 2 : 3;
        return new Stratum(COUNTS.get(bin), layout, help);
    }

    /** How many violations a task shall have, 0 to 6; a fifth of the tasks is clean. */
    public static int drawViolations(RandomStream random) {
        if (random.percent(CLEAN_PERCENT)) {
            return 0;
        }
        int kind = random.below(100);
        return kind < 36 ? 1 : kind < 74 ? 2 + random.below(2) : 4 + random.below(3);
    }

    /** Every name that {@link #text} gives. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String count : COUNTS) {
            for (Layout layout : Layout.values()) {
                for (Help help : Help.values()) {
                    names.add(new Stratum(count, layout, help).text());
                }
            }
        }
        return names;
    }

    /** Such as {@code 2-3/multi-file/partial}. */
    public String text() {
        return violations + "/" + layout.text() + "/" + help.text();
    }
}
