package dev.svgym.environment;

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

    /** A task that the caller brings, hidden part included. */
    record Inline(JsonNode definition) implements TaskReference {}
}
