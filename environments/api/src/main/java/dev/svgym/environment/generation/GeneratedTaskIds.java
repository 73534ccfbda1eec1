package dev.svgym.environment.generation;

import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference.FromSplit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names generated tasks by split and index, scrambled so that nobody reads more into an id than a name. Not a secret: an
 * id tells where a task is in its split, and the seeds of the private split do not follow from that.
 *
 * @param mark of one environment, so that it knows its own ids; the last byte is 0, the place of the split
 */
public record GeneratedTaskIds(long mark) {

    private static final Pattern FORM = Pattern.compile("generated-[0-9a-f]{32}");
    private static final String PREFIX = "generated-";
    private static final int ROUNDS = 4;

    public GeneratedTaskIds {
        if ((mark & 0xff) != 0) {
            throw new IllegalArgumentException(
                    "need a mark whose last byte is 0, got " + Long.toHexString(mark));
        }
    }

    /** The id of the task at an index. */
    public String of(Split split, long index) {
        return PREFIX + scrambled(split, index);
    }

    /** A place in a split as 32 hexadecimal digits: a Feistel network over index and marked split. */
    public String scrambled(Split split, long index) {
        long left = index;
        long right = mark | number(split);
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ RandomStream.mix(right + round + 1);
            left = right;
            right = next;
        }
        var hex = HexFormat.of();
        return hex.toHexDigits(left) + hex.toHexDigits(right);
    }

    /** What an id names, if it is one of these. */
    public Optional<FromSplit> read(String id) {
        return FORM.matcher(id).matches()
                ? unscrambled(id.substring(PREFIX.length()))
                : Optional.empty();
    }

    /**
     * The place that was scrambled, if it was one of this environment.
     *
     * @param hex 32 hexadecimal digits
     */
    public Optional<FromSplit> unscrambled(String hex) {
        long left = HexFormat.fromHexDigitsToLong(hex, 0, 16);
        long right = HexFormat.fromHexDigitsToLong(hex, 16, 32);
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
            if (marked == (mark | number(split))) {
                return Optional.of(new FromSplit(split, index));
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
