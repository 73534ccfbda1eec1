package dev.svgym.server.adapters;

import dev.svgym.environment.EnvironmentCard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer of an environment where a protocol sends actions as objects: the fields of the answer themselves, or {@code
 * answer} alone with the raw text of a model.
 *
 * @param schema JSON Schema of the answer
 * @param fields the names that it has
 * @param required the names that it must have
 * @param closed whether it allows no other names
 */
public record AnswerForm(
        JsonNode schema, Set<String> fields, List<String> required, boolean closed) {

    /** The tool that answers, and the field that carries raw text. */
    public static final String ANSWER = "answer";

    public AnswerForm {
        fields = Set.copyOf(fields);
        required = List.copyOf(required);
    }

    public static AnswerForm of(EnvironmentCard card) {
        JsonNode schema = card.answerSchema();
        Set<String> fields = new LinkedHashSet<>(schema.path("properties").propertyNames());
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        boolean closed =
                schema.path("additionalProperties").isBoolean()
                        && !schema.path("additionalProperties").booleanValue();
        return new AnswerForm(schema, fields, required, closed);
    }

    /** Names in an action that are none of the answer's, in their order. */
    public List<String> unknown(ObjectNode action) {
        if (!closed || isRaw(action)) {
            return List.of();
        }
        return action.propertyNames().stream().filter(name -> !fields.contains(name)).toList();
    }

    /** Names that an action lacks, in the order of the schema. */
    public List<String> missing(ObjectNode action) {
        return isRaw(action)
                ? List.of()
                : required.stream().filter(name -> !action.has(name)).toList();
    }

    /** What is judged: the text of a raw answer, else the object. What is neither is judged as its JSON. */
    public JsonNode judged(ObjectNode action) {
        if (!isRaw(action)) {
            return action;
        }
        return raw(action.path(ANSWER));
    }

    /** What is judged of an answer outside any object of the protocol. */
    static JsonNode raw(JsonNode answer) {
        return answer.isString() || answer.isObject()
                ? answer
                : JsonNodeFactory.instance.stringNode(answer.toString());
    }

    /** Arguments of a call without those that a client filled in with null though they may be left out. */
    public ObjectNode withoutNulls(ObjectNode arguments) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        arguments.properties().stream()
                .filter(field -> !field.getValue().isNull() || required.contains(field.getKey()))
                .forEach(field -> kept.set(field.getKey(), field.getValue()));
        return kept;
    }

    private boolean isRaw(ObjectNode action) {
        return action.size() == 1 && action.has(ANSWER) && !fields.contains(ANSWER);
    }
}
