package dev.svgym.networklogs;

import dev.svgym.environment.Split;
import dev.svgym.networklogs.traffic.RandomStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a generated or imported task by split and index, scrambled so that nobody reads more into an id than a name. Not a
 * secret: it tells where a task is in its split, and the seeds of the private split do not follow from that.
 *
 * @param set the imported set; empty where the task is generated
 */
record TaskId(Optional<String> set, Split split, long index) {

    private static final Pattern FORM =
            Pattern.compile("(?:generated|imported-([a-z0-9][a-z0-9-]{0,31}))-([0-9a-f]{32})");
    private static final int ROUNDS = 4;

    /** Marks what was scrambled by us; the last byte is the split. */
    private static final long MARK = 0x73766779_6d653100L;

    /** A Feistel network over index and marked split. */
    String text() {
        long left = index;
        long right = MARK | number(split);
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ RandomStream.mix(right + round + 1);
            left = right;
            right = next;
        }
        var hex = HexFormat.of();
        return set.map(name -> "imported-" + name).orElse("generated")
                + "-"
                + hex.toHexDigits(left)
                + hex.toHexDigits(right);
    }

    /** The name that a text is, if it is one. */
    static Optional<TaskId> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int from = form.start(2);
        long left = HexFormat.fromHexDigitsToLong(text, from, from + 16);
        long right = HexFormat.fromHexDigitsToLong(text, from + 16, from + 32);
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long previous = right ^ RandomStream.mix(left + round + 1);
            right = left;
            left = previous;
        }
        long index = left;
        long marked = right;
        if (index < 0) {
            return Optional.empty();
        }
        for (Split split : Split.values()) {
            if (marked == (MARK | number(split))) {
                return Optional.of(new TaskId(Optional.ofNullable(form.group(1)), split, index));
            }
        }
        return Optional.empty();
    }

    private static int number(Split split) {
        return switch (split) {
            case TRAIN -> 1;
            case VALIDATION -> 2;
            case TEST -> 3;
            case OOD -> 4;
            case PRIVATE -> 5;
        };
    }
}
