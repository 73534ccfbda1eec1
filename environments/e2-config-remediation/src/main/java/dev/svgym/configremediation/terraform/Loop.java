package dev.svgym.configremediation.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A {@code for} expression under an evaluator. */
record Loop(Evaluator evaluator, Expression.For loop) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One element of a collection; the key of a list's element is its index. */
    record Element(JsonNode key, JsonNode value) {}

    /** In order, a mapping's by key; absent where the collection is not known. */
    static Optional<List<Element>> elements(JsonNode collection) {
        List<Element> elements = new ArrayList<>();
        if (collection.isArray()) {
            for (int i = 0; i < collection.size(); i++) {
                elements.add(new Element(NODES.numberNode((long) i), collection.get(i)));
            }
            return Optional.of(elements);
        }
        if (collection.isObject() && !Unresolved.is(collection)) {
            for (String key : new TreeSet<>(collection.propertyNames())) {
                elements.add(new Element(NODES.stringNode(key), collection.get(key)));
            }
            return Optional.of(elements);
        }
        return Optional.empty();
    }

    static Evaluator bind(
            Evaluator evaluator, Optional<String> key, String value, Element element) {
        Evaluator inner = evaluator.with(value, element.value());
        return key.isPresent() ? inner.with(key.get(), element.key()) : inner;
    }

    JsonNode value() {
        JsonNode collection = evaluator.value(loop.in());
        return elements(collection).flatMap(this::over).orElseGet(() -> unresolved(collection));
    }

    private Optional<JsonNode> over(List<Element> elements) {
        ArrayNode list = NODES.arrayNode();
        ObjectNode mapping = NODES.objectNode();
        for (Element element : elements) {
            Evaluator inner = bind(evaluator, loop.key(), loop.value(), element);
            if (loop.condition().isPresent()) {
                JsonNode wanted = Types.bool(inner.value(loop.condition().get()));
                if (!wanted.isBoolean()) {
                    return Optional.empty();
                }
                if (!wanted.booleanValue()) {
                    continue;
                }
            }
            JsonNode result = inner.value(loop.result());
            if (loop.resultKey().isEmpty()) {
                list.add(result);
                continue;
            }
            Optional<String> key = Types.text(inner.value(loop.resultKey().get()));
            boolean fits =
                    key.isPresent()
                            && !key.get().startsWith("$")
                            && (loop.grouped() || !mapping.has(key.get()));
            if (!fits) {
                return Optional.empty();
            }
            if (loop.grouped()) {
                mapping.withArray(key.get()).add(result);
            } else {
                mapping.set(key.get(), result);
            }
        }
        return Optional.of(loop.resultKey().isPresent() ? mapping : list);
    }

    /** With the loop's own names left as they are. */
    private JsonNode unresolved(JsonNode collection) {
        Evaluator inner = evaluator.with(loop.value(), Unresolved.of(loop.value()));
        if (loop.key().isPresent()) {
            inner = inner.with(loop.key().get(), Unresolved.of(loop.key().get()));
        }
        var text = new StringBuilder(loop.resultKey().isPresent() ? "{for " : "[for ");
        loop.key().ifPresent(key -> text.append(key).append(", "));
        text.append(loop.value()).append(" in ").append(Unresolved.text(collection)).append(" : ");
        if (loop.resultKey().isPresent()) {
            text.append(Unresolved.text(inner.value(loop.resultKey().get()))).append(" => ");
        }
        text.append(Unresolved.text(inner.value(loop.result())));
        text.append(loop.grouped() ? "..." : "");
        if (loop.condition().isPresent()) {
            text.append(" if ").append(Unresolved.text(inner.value(loop.condition().get())));
        }
        return Unresolved.of(text.append(loop.resultKey().isPresent() ? "}" : "]").toString());
    }
}
