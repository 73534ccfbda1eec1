package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Characters;
import dev.svgym.configremediation.model.Excerpt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the tree of one document from its events, without recursion on what is not yet known to be shallow. */
final class TreeBuilder {

    static final int MOST_DEPTH = 64;

    private final NodeBudget budget;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchored = new HashMap<>();
    private JsonNode root = NullNode.getInstance();
    private int line = 1;
    private int anchors;

    TreeBuilder(NodeBudget budget) {
        this.budget = budget;
    }

    JsonNode root() {
        return root;
    }

    /** Where the root starts, from 1. */
    int line() {
        return line;
    }

    /** How many anchors and aliases there were. */
    int anchors() {
        return anchors;
    }

    void take(Event event, int at) throws UnreadableYamlException {
        switch (event) {
            case ScalarEvent scalar -> scalar(scalar, at);
            case AliasEvent alias -> alias(alias.getAlias().getValue(), at);
            case CollectionStartEvent start -> start(start, at);
            case CollectionEndEvent _ -> end();
            default -> {}
        }
    }

    private void scalar(ScalarEvent event, int at) throws UnreadableYamlException {
        refuseTag(event.getTag(), at);
        String text = event.getValue();
        int cost = NodeBudget.ofScalar(text);
        budget.spend(cost, at);
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        JsonNode value = plain ? PlainScalar.read(text, at) : quoted(text, at);
        anchor(event.getAnchor())
                .ifPresent(name -> anchored.put(name, new Anchored(value, cost, 0)));
        Open parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            parent.key = key(value, text, (ObjectNode) parent.node, at);
        } else {
            place(value, 0, at);
        }
    }

    private static JsonNode quoted(String text, int at) throws UnreadableYamlException {
        var deceiving =
                text.codePoints()
                        .filter(point -> point == 0 || (point > '~' && Characters.deceives(point)))
                        .findFirst();
        if (deceiving.isPresent()) {
            throw new UnreadableYamlException(
                    at, "the character U+%04X is refused".formatted(deceiving.getAsInt()));
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static String key(JsonNode value, String text, ObjectNode mapping, int at)
            throws UnreadableYamlException {
        if (!value.isString()) {
            throw new UnreadableYamlException(
                    at, "expected a string as key, quote %s".formatted(Excerpt.of(text)));
        }
        if (text.equals("<<")) {
            throw new UnreadableYamlException(at, "merge keys are refused; write the fields out");
        }
        if (!Names.isPrintableAscii(text)) {
            throw new UnreadableYamlException(
                    at, "expected printable ASCII in a key, got %s".formatted(Excerpt.of(text)));
        }
        if (mapping.has(text)) {
            throw new UnreadableYamlException(
                    at, "the key %s is there twice".formatted(Excerpt.of(text)));
        }
        return text;
    }

    private void alias(String name, int at) throws UnreadableYamlException {
        anchors++;
        Open parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            throw new UnreadableYamlException(at, "expected a string as key, got an alias");
        }
        Anchored target = anchored.get(name);
        if (target == null) {
            throw new UnreadableYamlException(
                    at,
                    "expected an anchor %s before its alias, and not around it"
                            .formatted(Excerpt.of(name)));
        }
        budget.spend(target.nodes, at);
        checkDepth(open.size() + target.height, at);
        place(target.value.deepCopy(), target.height, at);
    }

    private void start(CollectionStartEvent event, int at) throws UnreadableYamlException {
        refuseTag(event.getTag(), at);
        Open parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            throw new UnreadableYamlException(
                    at, "expected a string as key, got a list or a mapping");
        }
        checkDepth(open.size() + 1, at);
        int before = budget.used();
        budget.spend(1, at);
        Optional<String> name = anchor(event.getAnchor());
        name.ifPresent(anchored::remove);
        JsonNode node =
                event instanceof MappingStartEvent
                        ? JsonNodeFactory.instance.objectNode()
                        : JsonNodeFactory.instance.arrayNode();
        open.push(new Open(node, name, before, at));
    }

    private void end() {
        Open closed = open.pop();
        int height = closed.height + 1;
        int nodes = budget.used() - closed.usedBefore;
        closed.anchor.ifPresent(
                name -> anchored.put(name, new Anchored(closed.node, nodes, height)));
        place(closed.node, height, closed.line);
    }

    private void place(JsonNode value, int height, int at) {
        Open parent = open.peek();
        if (parent == null) {
            root = value;
            line = at;
            return;
        }
        parent.height = Math.max(parent.height, height);
        switch (parent.node) {
            case ObjectNode mapping -> {
                mapping.set(parent.takeKey(), value);
            }
            case ArrayNode list -> list.add(value);
            default -> throw new IllegalStateException("only collections are open");
        }
    }

    private Optional<String> anchor(Optional<Anchor> anchor) {
        anchors += anchor.isPresent() ? 1 : 0;
        return anchor.map(Anchor::getValue);
    }

    private static void refuseTag(Optional<String> tag, int at) throws UnreadableYamlException {
        if (tag.isPresent()) {
            throw new UnreadableYamlException(
                    at, "tags are refused, got %s".formatted(Excerpt.of(tag.get())));
        }
    }

    private static void checkDepth(int depth, int at) throws UnreadableYamlException {
        if (depth > MOST_DEPTH) {
            throw new UnreadableYamlException(
                    at, "expected at most %s levels of nesting".formatted(MOST_DEPTH));
        }
    }

    /**
     * What an alias stands for.
     *
     * @param nodes in it, itself included
     * @param height 0 for a scalar
     */
    private record Anchored(JsonNode value, int nodes, int height) {}

    /** A collection whose end has not come. */
    private static final class Open {

        private final JsonNode node;
        private final Optional<String> anchor;
        private final int usedBefore;
        private final int line;
        private int height;
        private @Nullable String key;

        Open(JsonNode node, Optional<String> anchor, int usedBefore, int line) {
            this.node = node;
            this.anchor = anchor;
            this.usedBefore = usedBefore;
            this.line = line;
        }

        boolean awaitsKey() {
            return node.isObject() && key == null;
        }

        String takeKey() {
            String taken = key;
            if (taken == null) {
                throw new IllegalStateException("a value comes after its key");
            }
            key = null;
            return taken;
        }
    }
}
