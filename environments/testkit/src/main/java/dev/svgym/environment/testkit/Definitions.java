package dev.svgym.environment.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Variants of a definition of an inline task. */
final class Definitions {

    private Definitions() {}

    /** Equal JSON with the keys of every object in the opposite order. */
    static JsonNode reversed(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode reversed = JsonNodeFactory.instance.objectNode();
                for (String name : List.copyOf(object.propertyNames()).reversed()) {
                    reversed.set(name, reversed(object.get(name)));
                }
                yield reversed;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(reversed(element)));
                yield copy;
            }
            default -> node;
        };
    }

    /** The definition without each of its fields, and with each hostile value in place of each field, two levels deep. */
    static List<ObjectNode> mutations(JsonNode definition) {
        List<ObjectNode> mutations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : definition.properties()) {
            mutations.addAll(mutations(definition, field.getKey(), HostileInput.VALUES));
            if (field.getValue() instanceof ObjectNode inner) {
                for (String name : inner.propertyNames()) {
                    mutations.addAll(
                            mutations(
                                    definition,
                                    field.getKey(),
                                    mutations(inner, name, HostileInput.VALUES)));
                }
            }
        }
        return mutations;
    }

    private static List<ObjectNode> mutations(
            JsonNode object, String name, List<? extends JsonNode> values) {
        List<ObjectNode> mutations = new ArrayList<>();
        ObjectNode without = ((ObjectNode) object).deepCopy();
        without.remove(name);
        mutations.add(without);
        for (JsonNode value : values) {
            ObjectNode mutation = ((ObjectNode) object).deepCopy();
            mutation.set(name, value);
            mutations.add(mutation);
        }
        return mutations;
    }
}
