package dev.svgym.configremediation.kubernetes;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * To Kubernetes a field that is null is absent. That holds for fields alone: in a list, or as the value of a label, null
 * would be read as an empty string, so there it stays, and the schema refuses it.
 */
final class AbsentFields {

    private final ApiSchema schema;

    AbsentFields(ApiSchema schema) {
        this.schema = schema;
    }

    /** Removes them in place. */
    void drop(JsonNode value, JsonNode definition) {
        switch (value) {
            case ObjectNode object -> {
                List<String> absent =
                        object.properties().stream()
                                .filter(field -> field.getValue().isNull())
                                .map(Map.Entry::getKey)
                                .filter(definition.path("properties")::has)
                                .toList();
                object.remove(absent);
                object.properties()
                        .forEach(field ->
                                drop(field.getValue(), schema.field(definition, field.getKey())));
            }
            case ArrayNode list -> {
                JsonNode items = schema.items(definition);
                list.values().forEach(element -> drop(element, items));
            }
            default -> {}
        }
    }
}
