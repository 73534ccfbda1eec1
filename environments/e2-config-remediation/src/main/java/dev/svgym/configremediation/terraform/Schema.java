package dev.svgym.configremediation.terraform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The attributes that rules speak of, by type of resource: {@code resources.json}. What is not in it may be in a config
 * and may not be changed.
 */
record Schema(Map<String, Block> types) {

    private static final String RESOURCE = "resources.json";

    Schema {
        types = Map.copyOf(types);
    }

    /** What is known of an attribute or a nested block. */
    sealed interface Field {}

    /**
     * An attribute.
     *
     * @param values that it may have; empty: any of its type
     */
    record Attribute(Type type, List<String> values) implements Field {
        Attribute {
            values = List.copyOf(values);
        }
    }

    /**
     * A block.
     *
     * @param single whether there is at most one
     * @param assigned whether it may be written as an attribute whose value is a list, too
     * @param keys attributes that tell those of a list apart; empty: they have no keys
     * @param json whether it is an attribute whose value is JSON of such blocks
     * @param among the list that those of this one stand in, too, told apart by the same keys; empty: in none
     */
    record Block(
            boolean single,
            boolean assigned,
            List<String> keys,
            boolean json,
            String among,
            Map<String, Field> fields)
            implements Field {

        static final Block UNKNOWN = new Block(false, false, List.of(), false, "", Map.of());

        Block {
            keys = List.copyOf(keys);
            fields = Map.copyOf(fields);
        }

        Optional<Attribute> attribute(String name) {
            return fields.get(name) instanceof Attribute attribute
                    ? Optional.of(attribute)
                    : Optional.empty();
        }

        Optional<Block> block(String name) {
            return fields.get(name) instanceof Block block ? Optional.of(block) : Optional.empty();
        }
    }

    /** Of an attribute's value. */
    enum Type {
        BOOL,
        NUMBER,
        STRING,
        /** A list or set of strings. */
        STRINGS,
        /** A string that holds JSON, which is read as what it says. */
        JSON,
        /** Of any form. */
        ANY
    }

    static Schema load() {
        try (InputStream stream = Schema.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource %s is missing".formatted(RESOURCE));
            }
            Map<String, Block> types = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> type :
                    JsonMapper.shared().readTree(stream.readAllBytes()).properties()) {
                types.put(type.getKey(), block(type.getValue()));
            }
            return new Schema(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a resource, or of a data source with {@code data.} before its type. */
    Block of(String type) {
        return types.getOrDefault(type, Block.UNKNOWN);
    }

    private static Block block(JsonNode node) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().startsWith("$")) {
                fields.put(field.getKey(), field(field.getValue()));
            }
        }
        return new Block(
                node.path("$single").asBoolean(false),
                node.path("$assigned").asBoolean(false),
                texts(node.path("$keys")),
                node.path("$json").asBoolean(false),
                node.path("$among").asString(""),
                fields);
    }

    private static Field field(JsonNode node) {
        if (node.isObject()) {
            return block(node);
        }
        return node.isArray()
                ? new Attribute(Type.STRING, texts(node))
                : new Attribute(
                        Type.valueOf(node.stringValue().toUpperCase(Locale.ROOT)), List.of());
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::stringValue).toList();
    }
}
