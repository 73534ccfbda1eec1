package dev.svgym.environment;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a caller names a task. */
public sealed interface TaskReference {

    /** By the id that an earlier reply gave. */
    record ById(String id) implements TaskReference {}

    /** The task of a split at an index, at least 0. */
    record FromSplit(Split split, long index) implements TaskReference {

        public FromSplit {
            if (index < 0) {
                throw new IllegalArgumentException("need index >= 0, got " + index);
            }
        }
    }

    /**
     * The task of a split of an imported set at an index, at least 0.
     *
     * @param set as {@link #isSetName} wants it
     */
    record FromSet(String set, Split split, long index) implements TaskReference {

        public FromSet {
            if (!isSetName(set)) {
                throw new IllegalArgumentException("need " + SET_NAME_RULE);
            }
            if (index < 0) {
                throw new IllegalArgumentException("need index >= 0, got " + index);
            }
        }
    }

    /** What the name of an imported set is. */
    String SET_NAME_RULE =
            "a set name of 1 to 32 lower-case letters, digits and hyphens, the first no hyphen";

    /** Whether a text can name an imported set. */
    static boolean isSetName(String text) {
        return text.matches("[a-z0-9][a-z0-9-]{0,31}");
    }

    /**
     * The task at an index of the split that a wire name names; empty where nothing can have that name.
     *
     * @param label {@code train}, or {@code iot23/train} for an imported set
     * @param index at least 0
     */
    static Optional<TaskReference> inSplit(String label, long index) {
        int slash = label.indexOf('/');
        if (slash < 0) {
            return Split.of(label).map(split -> new FromSplit(split, index));
        }
        String set = label.substring(0, slash);
        return isSetName(set)
                ? Split.of(label.substring(slash + 1)).map(split -> new FromSet(set, split, index))
                : Optional.empty();
    }

    /** A task that the caller brings, hidden part included. */
    record Inline(JsonNode definition) implements TaskReference {}
}
