package dev.svgym.environment.answer;

import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of an answer, read field by field with exact types. Every refusal names the field by JSON pointer, what was
 * expected and what came.
 */
public final class AnswerObject {

    private final ObjectNode node;
    private final String pointer;

    AnswerObject(ObjectNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    /** Refuses every field but these. */
    public void allowOnly(Set<String> names) throws UnreadableAnswerException {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new UnreadableAnswerException(
                        "unknown field %s; expected only %s"
                                .formatted(at(name), names.stream().sorted().toList()));
            }
        }
    }

    /** Whether the field is there, be it null. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** Whether the field is absent or null. */
    public boolean isNull(String name) {
        return !node.hasNonNull(name);
    }

    /** A string that must be there. */
    public String text(String name) throws UnreadableAnswerException {
        JsonNode value = required(name);
        if (!value.isString()) {
            throw wrong(name, "a string", value);
        }
        return value.stringValue();
    }

    /** A string that may be left out, but not be null. */
    public Optional<String> optionalText(String name) throws UnreadableAnswerException {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A number in [0, 1] that must be there. */
    public double probability(String name) throws UnreadableAnswerException {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw wrong(name, "a number in [0, 1]", value);
        }
        double probability = value.doubleValue();
        if (!(probability >= 0 && probability <= 1)) {
            throw wrong(name, "a number in [0, 1]", value);
        }
        return probability;
    }

    /** A list of objects that must be there. */
    public List<AnswerObject> objects(String name) throws UnreadableAnswerException {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, "a list", value);
        }
        List<AnswerObject> objects = new ArrayList<>();
        for (JsonNode element : value) {
            String place = name + "/" + objects.size();
            if (!(element instanceof ObjectNode object)) {
                throw wrong(place, "an object", element);
            }
            objects.add(new AnswerObject(object, pointer + "/" + place));
        }
        return objects;
    }

    /** An object of strings that must be there, in its order. */
    public Map<String, String> texts(String name) throws UnreadableAnswerException {
        JsonNode value = required(name);
        if (!value.isObject()) {
            throw wrong(name, "an object of strings", value);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!entry.getValue().isString()) {
                throw wrong(name + "/" + entry.getKey(), "a string", entry.getValue());
            }
            texts.put(entry.getKey(), entry.getValue().stringValue());
        }
        return texts;
    }

    private JsonNode required(String name) throws UnreadableAnswerException {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new UnreadableAnswerException("missing field " + at(name));
        }
        return value;
    }

    private UnreadableAnswerException wrong(String name, String expected, JsonNode value) {
        return new UnreadableAnswerException(
                "%s: expected %s, got %s".formatted(at(name), expected, describe(value)));
    }

    private String at(String name) {
        String place = pointer + "/" + name;
        return place.length() <= 200 ? place : place.substring(0, 200) + "...";
    }

    private static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "the number " + value.decimalValue().round(new MathContext(6));
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case ARRAY -> "a list";
            default -> "an object";
        };
    }
}
