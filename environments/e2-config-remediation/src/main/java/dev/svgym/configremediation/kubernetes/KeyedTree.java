package dev.svgym.configremediation.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects as keyed trees: a list of objects that the schema gives map keys, or else whose elements all have a name of
 * their own, becomes an object from key to element. Other lists stay.
 */
final class KeyedTree {

    private final ApiSchema schema;

    KeyedTree(ApiSchema schema) {
        this.schema = schema;
    }

    /** A copy that shares nothing with the value. */
    ObjectNode of(ObjectNode value, JsonNode definition) {
        ObjectNode keyed = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            keyed.set(
                    field.getKey(),
                    any(field.getValue(), schema.field(definition, field.getKey())));
        }
        return keyed;
    }

    private JsonNode any(JsonNode value, JsonNode definition) {
        return switch (value) {
            case ObjectNode object -> of(object, definition);
            case ArrayNode list -> list(list, definition);
            default -> value;
        };
    }

    private JsonNode list(ArrayNode list, JsonNode definition) {
        JsonNode items = schema.items(definition);
        List<JsonNode> elements = new ArrayList<>(list.size());
        list.values().forEach(element -> elements.add(any(element, items)));
        List<String> keys = keys(definition);
        if (keys.isEmpty() && haveNames(elements)) {
            keys = List.of("name");
        }
        if (keys.isEmpty() || !elements.stream().allMatch(JsonNode::isObject)) {
            return JsonNodeFactory.instance.arrayNode().addAll(elements);
        }
        ObjectNode keyed = JsonNodeFactory.instance.objectNode();
        Map<String, Integer> seen = new HashMap<>();
        for (JsonNode element : elements) {
            keyed.set(free(key(element, keys, items), keyed, seen), element);
        }
        return keyed;
    }

    private static List<String> keys(JsonNode definition) {
        JsonNode several = definition.path("x-kubernetes-list-map-keys");
        if (several.isArray()) {
            return several.values().stream().map(JsonNode::asString).toList();
        }
        JsonNode one = definition.path("x-kubernetes-patch-merge-key");
        return one.isString() ? List.of(one.stringValue()) : List.of();
    }

    private static boolean haveNames(List<JsonNode> elements) {
        Set<String> names = new HashSet<>();
        return !elements.isEmpty()
                && elements.stream()
                        .allMatch(element ->
                                element.path("name").isString()
                                        && names.add(element.path("name").stringValue()));
    }

    private String key(JsonNode element, List<String> keys, JsonNode items) {
        return String.join(
                "/",
                keys.stream()
                        .map(key -> {
                            JsonNode value = element.path(key);
                            return value.isMissingNode()
                                    ? schema.field(items, key).path("default").asString("")
                                    : value.asString();
                        })
                        .toList());
    }

    /**
     * The key itself, or with the first of {@code #2}, {@code #3} ... behind it that is free.
     *
     * @param seen how often each key came, so that many equal ones do not take quadratic time
     */
    private static String free(String key, ObjectNode taken, Map<String, Integer> seen) {
        String free = key;
        while (taken.has(free)) {
            free = key + "#" + (seen.merge(key, 1, Integer::sum) + 1);
        }
        return free;
    }
}
