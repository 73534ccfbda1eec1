package dev.svgym.configremediation.preservation;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two trees, at the place nearest to the root where one of them has nothing or something that
 * cannot be compared key by key.
 *
 * @param path keyed path within the object
 * @param before absent where something was added
 * @param after absent where something was removed
 */
record Change(List<String> path, Optional<JsonNode> before, Optional<JsonNode> after) {

    Change {
        path = List.copyOf(path);
    }

    /** Nodes that changed: leaves of what is on either side, an empty object or list being a leaf. */
    int nodes() {
        return Math.max(before.map(Change::leaves).orElse(0), after.map(Change::leaves).orElse(0));
    }

    private static int leaves(JsonNode node) {
        int leaves = 0;
        for (JsonNode child : node) {
            leaves += leaves(child);
        }
        return Math.max(1, leaves);
    }
}
