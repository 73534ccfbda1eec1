package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.model.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of blocks as keyed trees of what their expressions come to. Null is absence, as to Terraform.
 *
 * @param flaws takes a sentence for each value that its type does not allow
 */
record BodyTree(Effort effort, Consumer<String> flaws) {

    /** Where a tree says which blocks come of {@code dynamic} ones. */
    static final String DYNAMIC = "dynamic";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A block with what its names stand for. */
    private record Found(Body body, Evaluator evaluator) {}

    /**
     * @param omitted attributes that are left out
     */
    ObjectNode of(
            Body body,
            Schema.Block schema,
            Evaluator evaluator,
            String place,
            Set<String> omitted) {
        ObjectNode tree = NODES.objectNode();
        body.attributes()
                .forEach((name, expression) -> {
                    if (!omitted.contains(name)) {
                        attribute(name, evaluator.value(expression), schema, place, tree);
                    }
                });
        SequencedMap<String, List<Found>> blocks = new LinkedHashMap<>();
        for (Body.Block block : body.blocks()) {
            if (block.type().equals(DYNAMIC) && block.labels().size() == 1) {
                dynamic(block, schema, evaluator, place, tree, blocks);
            } else {
                String type = String.join(".", append(block.type(), block.labels()));
                blocks.computeIfAbsent(type, _ -> new ArrayList<>())
                        .add(new Found(block.body(), evaluator));
            }
        }
        blocks.forEach((type, found) -> blocks(type, found, schema, place, tree));
        return tree;
    }

    private static List<String> append(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private void attribute(
            String name, JsonNode value, Schema.Block schema, String place, ObjectNode tree) {
        String where = place + name;
        effort.copy(value);
        if (value.isNull()) {
            return;
        }
        Optional<Schema.Block> block = schema.block(name);
        JsonNode held =
                block.filter(Schema.Block::json).flatMap(_ -> Policy.of(value)).orElse(value);
        if (block.filter(one -> !one.assigned() && !one.json()).isPresent()) {
            flaws.accept("%s: expected a block, not an attribute".formatted(where));
        } else if (block.isPresent() && held.isContainer() && !Unresolved.is(held)) {
            List<ObjectNode> elements = new ArrayList<>();
            for (JsonNode element : held.isArray() ? held.values() : List.of(held)) {
                if (!element.isObject() || Unresolved.is(element)) {
                    tree.set(name, Unresolved.shown(value));
                    return;
                }
                ObjectNode child = NODES.objectNode();
                together(element, block.get())
                        .properties()
                        .forEach(entry ->
                                attribute(
                                        entry.getKey(),
                                        entry.getValue(),
                                        block.get(),
                                        where + ".",
                                        child));
                elements.add(child);
            }
            put(name, elements, block.get(), where, tree);
        } else {
            tree.set(
                    name,
                    schema.attribute(name)
                            .map(attribute -> typed(attribute, value, where))
                            .orElseGet(() -> Unresolved.shown(value)));
        }
    }

    /** The same with each list in the one that its elements stand in, too. */
    private static JsonNode together(JsonNode element, Schema.Block block) {
        ObjectNode together = ((ObjectNode) element).deepCopy();
        block.fields()
                .forEach((name, field) -> {
                    JsonNode list = together.path(name);
                    if (field instanceof Schema.Block part
                            && !part.among().isEmpty()
                            && list.isArray()
                            && (together.path(part.among()).isArray()
                                    || !together.has(part.among()))) {
                        together.withArrayProperty(part.among()).addAll(list.values());
                        together.remove(name);
                    }
                });
        return together;
    }

    private JsonNode typed(Schema.Attribute attribute, JsonNode value, String where) {
        if (attribute.type() == Schema.Type.JSON) {
            return Policy.of(value).orElseGet(() -> Unresolved.shown(value));
        }
        if (Unresolved.is(value)) {
            return Unresolved.shown(value);
        }
        JsonNode typed =
                switch (attribute.type()) {
                    case BOOL -> Types.bool(value);
                    case NUMBER -> Types.number(value);
                    case STRING -> Types.string(value);
                    case STRINGS -> strings(value);
                    case JSON, ANY -> Unresolved.shown(value);
                };
        boolean fits =
                switch (attribute.type()) {
                    case BOOL -> typed.isBoolean();
                    case NUMBER -> typed.isNumber();
                    case STRING ->
                            typed.isString()
                                    && (attribute.values().isEmpty()
                                            || attribute.values().contains(typed.stringValue()));
                    case STRINGS ->
                            typed.isArray()
                                    && typed.values().stream()
                                            .allMatch(e -> e.isString() || Unresolved.is(e));
                    case JSON, ANY -> true;
                };
        if (!fits) {
            String expected =
                    attribute.values().isEmpty()
                            ? "a value of type " + attribute.type().name().toLowerCase(Locale.ROOT)
                            : "one of " + attribute.values();
            flaws.accept(
                    "%s: expected %s, got %s"
                            .formatted(where, expected, Excerpt.of(Unresolved.text(value))));
        }
        return typed;
    }

    private static JsonNode strings(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode list = NODES.arrayNode();
        value.values()
                .forEach(each ->
                        list.add(
                                Unresolved.is(each) ? Unresolved.shown(each) : Types.string(each)));
        return list;
    }

    private void dynamic(
            Body.Block block,
            Schema.Block schema,
            Evaluator evaluator,
            String place,
            ObjectNode tree,
            Map<String, List<Found>> blocks) {
        String label = block.labels().getFirst();
        Body frame = block.body();
        Expression forEach = frame.attributes().get("for_each");
        if (forEach == null
                || tree.path(DYNAMIC).isValueNode()
                || frame.blocks().size() != 1
                || !frame.blocks().getFirst().type().equals("content")
                || !Set.of("for_each", "iterator").containsAll(frame.attributes().keySet())) {
            flaws.accept(place + "dynamic." + label + ": expected for_each and one content block");
            return;
        }
        Body content = frame.blocks().getFirst().body();
        String iterator =
                frame.attributes().get("iterator") instanceof Expression.Name(var name)
                        ? name
                        : label;
        JsonNode collection = evaluator.value(forEach);
        ObjectNode shown = NODES.objectNode();
        Loop.elements(collection)
                .ifPresentOrElse(
                        elements -> {
                            shown.put("expanded", true);
                            elements.forEach(element -> {
                                ObjectNode each = NODES.objectNode();
                                each.set("key", element.key());
                                each.set("value", effort.copy(element.value()));
                                blocks.computeIfAbsent(label, _ -> new ArrayList<>())
                                        .add(new Found(content, evaluator.with(iterator, each)));
                            });
                        },
                        () -> {
                            shown.set("for_each", Unresolved.shown(collection));
                            shown.set(
                                    "content",
                                    of(
                                            content,
                                            schema.block(label).orElse(Schema.Block.UNKNOWN),
                                            evaluator.with(iterator, Unresolved.of(iterator)),
                                            place + label + ".",
                                            Set.of()));
                        });
        ObjectNode dynamics = tree.withObject("/" + DYNAMIC);
        dynamics.set(unused(label, dynamics), shown);
    }

    private static String unused(String key, JsonNode keyed) {
        String unused = key;
        for (int i = 2; keyed.has(unused); i++) {
            unused = key + "#" + i;
        }
        return unused;
    }

    private void blocks(
            String type, List<Found> found, Schema.Block schema, String place, ObjectNode tree) {
        if (tree.has(type) && !type.equals(DYNAMIC)) {
            flaws.accept("%s%s: is an attribute and a block".formatted(place, type));
            return;
        }
        Schema.Block block = schema.block(type).orElse(Schema.Block.UNKNOWN);
        List<ObjectNode> elements = new ArrayList<>();
        for (Found one : found) {
            elements.add(of(one.body(), block, one.evaluator(), place + type + ".", Set.of()));
        }
        put(type, elements, block, place + type, tree);
    }

    private void put(
            String name,
            List<ObjectNode> elements,
            Schema.Block block,
            String where,
            ObjectNode tree) {
        if (block.single()) {
            if (elements.size() > 1) {
                flaws.accept(where + ": expected one block, got " + elements.size());
            }
            elements.stream().findFirst().ifPresent(element -> tree.set(name, element));
        } else if (block.keys().isEmpty()) {
            tree.set(name, NODES.arrayNode().addAll(elements));
        } else {
            ObjectNode keyed = NODES.objectNode();
            Map<String, Integer> seen = new HashMap<>();
            for (ObjectNode element : elements) {
                List<String> parts =
                        block.keys().stream()
                                .map(key ->
                                        element.has(key)
                                                ? Types.text(element.get(key))
                                                        .orElseGet(() ->
                                                                Unresolved.text(element.get(key)))
                                                : "-")
                                .toList();
                String key = String.join("/", parts);
                int number = seen.merge(key, 1, Integer::sum);
                keyed.set(number == 1 ? key : key + "#" + number, element);
            }
            tree.set(name, keyed);
        }
    }
}
