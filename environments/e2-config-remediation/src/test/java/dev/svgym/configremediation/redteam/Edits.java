package dev.svgym.configremediation.redteam;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Verbs that edits of trees are written in. Each tells whether it found something to edit. */
final class Edits {

    private Edits() {}

    /** A value written as flow YAML that is JSON, with single quotes. */
    static JsonNode value(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    /** The mapping under these keys, made where it is not there. */
    static ObjectNode at(ObjectNode root, String... keys) {
        ObjectNode node = root;
        for (String key : keys) {
            node = node.path(key) instanceof ObjectNode child ? child : node.putObject(key);
        }
        return node;
    }

    static boolean put(ObjectNode mapping, String key, String value) {
        mapping.set(key, value(value));
        return true;
    }

    /** Gives a key that is there another value. */
    static boolean replace(ObjectNode mapping, String key, String value) {
        return mapping.has(key) && put(mapping, key, value);
    }

    static boolean remove(ObjectNode mapping, String key) {
        return mapping.remove(key) != null;
    }

    /** Changes a text that is there. */
    static boolean change(ObjectNode mapping, String key, UnaryOperator<String> edit) {
        String text = mapping.path(key).asString("");
        String edited = edit.apply(text);
        if (text.isEmpty() || edited.equals(text)) {
            return false;
        }
        mapping.put(key, edited);
        return true;
    }

    /** Adds to a list that is there. */
    static boolean add(ObjectNode mapping, String list, String value) {
        if (mapping.path(list) instanceof ArrayNode elements) {
            elements.add(value(value));
            return true;
        }
        return false;
    }

    /** Adds to a list, which is made where it is not there. */
    static boolean addAnyhow(ObjectNode mapping, String list, String value) {
        return add(mapping, list, value) || put(mapping, list, "[" + value + "]");
    }

    /** Turns a list of at least two different elements round. */
    static boolean reverse(ObjectNode mapping, String list) {
        if (!(mapping.path(list) instanceof ArrayNode elements) || elements.size() < 2) {
            return false;
        }
        ArrayNode reversed = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> all = List.copyOf(elements.values());
        all.reversed().forEach(reversed::add);
        mapping.set(list, reversed);
        return true;
    }

    /** Takes the last of at least so many elements out. */
    static boolean drop(ObjectNode mapping, String list, int least) {
        if (mapping.path(list) instanceof ArrayNode elements && elements.size() >= least) {
            elements.remove(elements.size() - 1);
            return true;
        }
        return false;
    }

    /** Takes the last element of one list into another. */
    static boolean move(ObjectNode mapping, String from, String to, int least) {
        if (!(mapping.path(from) instanceof ArrayNode elements) || elements.size() < least) {
            return false;
        }
        JsonNode moved = elements.remove(elements.size() - 1);
        ArrayNode others = mapping.path(to) instanceof ArrayNode list ? list : mapping.putArray(to);
        others.add(moved);
        return true;
    }
}
