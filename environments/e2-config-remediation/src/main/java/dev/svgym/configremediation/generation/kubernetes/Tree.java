package dev.svgym.configremediation.generation.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds and changes the trees of manifests. */
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Tree() {}

    /** A mapping of keys and values in turn; an empty {@link Optional} leaves its key out. */
    static ObjectNode map(Object... keysAndValues) {
        ObjectNode map = NODES.objectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String key = (String) keysAndValues[i];
            switch (keysAndValues[i + 1]) {
                case Optional<?> optional -> optional.ifPresent(value -> map.set(key, node(value)));
                case Object value -> map.set(key, node(value));
            }
        }
        return map;
    }

    static ArrayNode list(Object... values) {
        ArrayNode list = NODES.arrayNode();
        for (Object value : values) {
            list.add(node(value));
        }
        return list;
    }

    static ArrayNode list(List<?> values) {
        return list(values.toArray());
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case String text -> NODES.stringNode(text);
            case Integer number -> NODES.numberNode(number);
            case Boolean truth -> NODES.booleanNode(truth);
            case List<?> values -> list(values);
            default -> throw new IllegalArgumentException("no node for " + value);
        };
    }

    /** The value where it is wanted. */
    static <T> Optional<T> when(boolean wanted, T value) {
        return wanted ? Optional.of(value) : Optional.empty();
    }

    /** The mapping at a path of keys, made where it is missing. */
    static ObjectNode at(ObjectNode root, String... path) {
        return at(root, List.of(path));
    }

    static ObjectNode at(ObjectNode root, List<String> path) {
        ObjectNode node = root;
        for (String key : path) {
            node = node.get(key) instanceof ObjectNode child ? child : node.putObject(key);
        }
        return node;
    }

    /** The list under a key, made where it is missing. */
    static ArrayNode listAt(ObjectNode parent, String key) {
        return parent.get(key) instanceof ArrayNode list ? list : parent.putArray(key);
    }

    /** Removes what is at a path, and every mapping or list on the way that is empty then. */
    static void prune(ObjectNode root, String... path) {
        prune(root, List.of(path));
    }

    private static void prune(ObjectNode node, List<String> path) {
        String key = path.getFirst();
        if (path.size() == 1) {
            node.remove(key);
        } else if (node.get(key) instanceof ObjectNode child) {
            prune(child, path.subList(1, path.size()));
            if (child.isEmpty()) {
                node.remove(key);
            }
        }
    }

    /** Removes the elements of a list that meet a condition, and the list with its last element. */
    static void dropFrom(ObjectNode parent, String key, Predicate<JsonNode> condition) {
        if (parent.get(key) instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (condition.test(list.get(i))) {
                    list.remove(i);
                }
            }
            if (list.isEmpty()) {
                parent.remove(key);
            }
        }
    }

    static boolean isNamed(JsonNode element, String name) {
        return element.path("name").asString("").equals(name);
    }

    /** The element of a list by its name. */
    static ObjectNode named(JsonNode list, String name) {
        for (JsonNode element : list) {
            if (isNamed(element, name)) {
                return (ObjectNode) element;
            }
        }
        throw new IllegalArgumentException("nothing is named " + name);
    }

    static List<ObjectNode> copy(List<ObjectNode> documents) {
        return documents.stream().map(ObjectNode::deepCopy).toList();
    }
}
