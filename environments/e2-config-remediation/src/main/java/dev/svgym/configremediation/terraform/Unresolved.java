package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.model.PartialText;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands for a value that cannot be worked out: a mapping with the expression's text, in which all that could be
 * worked out is. Two of the same text mean the same.
 */
final class Unresolved {

    /** The text. */
    static final String TEXT = PartialText.UNRESOLVED;

    /** Id of the object that it is an attribute of, where it is nothing else than that. */
    static final String OBJECT = "$of";

    /** The attribute. */
    static final String ATTRIBUTE = "$attribute";

    /** The value that is encoded as JSON, parts of which are not resolved. */
    private static final String ENCODED = "$json";

    /** A string in which what is not resolved stands as its text, and each dollar and percent sign else is doubled. */
    private static final String DRAFT = "$draft";

    private Unresolved() {}

    static ObjectNode of(String text) {
        return JsonNodeFactory.instance.objectNode().put(TEXT, text);
    }

    static ObjectNode attribute(String text, String object, String attribute) {
        ObjectNode marker = of(text);
        marker.put(OBJECT, object);
        return attribute.isEmpty() ? marker : marker.put(ATTRIBUTE, attribute);
    }

    static ObjectNode encoded(JsonNode value) {
        ObjectNode marker = of("jsonencode(" + text(value) + ")");
        marker.set(ENCODED, value);
        return marker;
    }

    static ObjectNode draft(String text, String draft) {
        return of(text).put(DRAFT, draft);
    }

    static boolean is(JsonNode node) {
        return node.isObject() && node.has(TEXT);
    }

    /** Whether it or anything in it is not resolved. */
    static boolean isIn(JsonNode node) {
        return is(node) || node.values().stream().anyMatch(Unresolved::isIn);
    }

    static Optional<JsonNode> encodedValue(JsonNode marker) {
        return Optional.ofNullable(marker.get(ENCODED));
    }

    static Optional<String> draftOf(JsonNode marker) {
        return Optional.ofNullable(marker.get(DRAFT)).map(JsonNode::stringValue);
    }

    /** Without what only the making of a tree needs. */
    static JsonNode shown(JsonNode node) {
        if (is(node) && (node.has(ENCODED) || node.has(DRAFT))) {
            return of(text(node));
        }
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.values().forEach(each -> list.add(shown(each)));
            return list;
        }
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(each -> object.set(each.getKey(), shown(each.getValue())));
            return object;
        }
        return node;
    }

    /** Any value as text, with markers as what they stand for. */
    static String text(JsonNode node) {
        if (is(node)) {
            return node.get(TEXT).stringValue();
        }
        if (node.isArray()) {
            return node.values().stream()
                    .map(Unresolved::text)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> quoted(entry.getKey()) + " = " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.toString();
    }

    static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
