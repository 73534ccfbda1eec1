package dev.svgym.configremediation.preservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The differences between two typed trees. Numbers are compared by value, everything else by type and value; what could
 * not be resolved is one value.
 */
final class TreeDiff {

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private final List<Change> changes = new ArrayList<>();

    private TreeDiff() {}

    /** In the order of their paths. */
    static List<Change> between(JsonNode before, JsonNode after) {
        var diff = new TreeDiff();
        diff.compare(List.of(), before, after);
        return List.copyOf(diff.changes);
    }

    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(TreeDiff::compareLeaves, other);
    }

    private static int compareLeaves(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private void compare(List<String> path, JsonNode before, JsonNode after) {
        if (same(before, after)) {
            return;
        }
        if (isEmptyList(before) && after.isObject()) {
            compare(path, JsonNodeFactory.instance.objectNode(), after);
        } else if (before.isObject() && isEmptyList(after)) {
            compare(path, before, JsonNodeFactory.instance.objectNode());
        } else if (before.isObject()
                && after.isObject()
                && !References.isUnresolved(before)
                && !References.isUnresolved(after)) {
            var keys = new TreeSet<>(before.propertyNames());
            keys.addAll(after.propertyNames());
            for (String key : keys) {
                compare(
                        child(path, key),
                        Optional.ofNullable(before.get(key)),
                        Optional.ofNullable(after.get(key)));
            }
        } else if (holdsObjects(before) && holdsObjects(after)) {
            compareLists(path, before, after);
        } else {
            changes.add(new Change(path, Optional.of(before), Optional.of(after)));
        }
    }

    private void compare(List<String> path, Optional<JsonNode> before, Optional<JsonNode> after) {
        if (before.isPresent() && after.isPresent()) {
            compare(path, before.get(), after.get());
        } else {
            changes.add(new Change(path, before, after));
        }
    }

    /**
     * Lists without keys: equal elements at both ends stand still, what is between them is paired in order. Places are
     * named by their index before, or behind the end where something was added.
     */
    private void compareLists(List<String> path, JsonNode before, JsonNode after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && same(before.get(start), after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && same(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        int beforeEnd = before.size() - end;
        int afterEnd = after.size() - end;
        for (int i = start; i < Math.max(beforeEnd, afterEnd); i++) {
            compare(
                    child(path, Integer.toString(i)),
                    i < beforeEnd ? Optional.of(before.get(i)) : Optional.empty(),
                    i < afterEnd ? Optional.of(after.get(i)) : Optional.empty());
        }
    }

    /** Without an element to tell, a list is not known to be keyed. */
    private static boolean isEmptyList(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    private static boolean holdsObjects(JsonNode node) {
        return node.isArray()
                && !node.isEmpty()
                && node.values().stream().allMatch(JsonNode::isObject);
    }

    /** What stands at a path, of lists by index; absent where nothing does. */
    static Optional<JsonNode> at(JsonNode root, List<String> path) {
        Optional<JsonNode> node = Optional.of(root);
        for (String key : path) {
            node =
                    node.flatMap(parent ->
                            parent.isArray() && INDEX.matcher(key).matches()
                                    ? parent.optional(Integer.parseInt(key))
                                    : parent.optional(key));
        }
        return node;
    }

    static List<String> child(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
