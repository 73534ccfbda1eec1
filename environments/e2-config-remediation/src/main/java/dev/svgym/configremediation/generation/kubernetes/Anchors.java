package dev.svgym.configremediation.generation.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which values of one document refer to an earlier equal one. Planned once, on the text that is shown: other texts of the
 * document may use fewer of them and never more.
 *
 * @param sources place of the earlier value, by the place of the one that refers to it
 * @param names of the earlier values, by place
 */
record Anchors(Map<String, String> sources, Map<String, String> names) {

    static final Anchors NONE = new Anchors(Map.of(), Map.of());

    private static final List<String> SHARED =
            List.of("securityContext", "resources", "env", "matchLabels", "labels");

    /**
     * The marks of one text of the document.
     *
     * @param anchors names by the place of the value that is written out
     * @param aliases names by the place that refers to it
     */
    record Marks(Map<String, String> anchors, Map<String, String> aliases) {}

    /** Of a document as it is shown. */
    static Anchors plan(ObjectNode document, YamlStyle style) {
        Map<JsonNode, String> first = new HashMap<>();
        Map<String, String> sources = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        visit(
                document,
                "",
                "",
                style,
                (place, key, value) -> {
                    String before = first.putIfAbsent(value, place);
                    if (before != null) {
                        sources.put(place, before);
                        String base = key.equals("matchLabels") ? "labels" : key;
                        names.putIfAbsent(
                                before, names.isEmpty() ? base : base + (names.size() + 1));
                    }
                });
        return new Anchors(Map.copyOf(sources), Map.copyOf(names));
    }

    /** What of the plan holds in a text of the document. */
    Marks in(ObjectNode document, YamlStyle style) {
        Map<String, JsonNode> values = new HashMap<>();
        if (!sources.isEmpty()) {
            visit(document, "", "", style, (place, _, value) -> values.put(place, value));
        }
        Map<String, String> anchors = new HashMap<>();
        Map<String, String> aliases = new HashMap<>();
        sources.forEach((place, source) -> {
            JsonNode value = values.get(place);
            String name = names.get(source);
            if (value != null && name != null && value.equals(values.get(source))) {
                anchors.put(source, name);
                aliases.put(place, name);
            }
        });
        return new Marks(anchors, aliases);
    }

    /** What to do with a value that may be shared. */
    private interface Visitor {

        void visit(String place, String key, JsonNode value);
    }

    /** Goes through a document in the order in which it is written. */
    private static void visit(
            JsonNode node, String place, String key, YamlStyle style, Visitor visitor) {
        if (SHARED.contains(key) && node.size() > 1) {
            visitor.visit(place, key, node);
            return;
        }
        switch (node) {
            case ObjectNode mapping -> {
                for (String child : KeyOrders.of(mapping, place, style)) {
                    visit(mapping.path(child), place + "/" + child, child, style, visitor);
                }
            }
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    String child = place + "/" + YamlWriter.elementKey(list, i);
                    visit(list.path(i), child, "", style, visitor);
                }
            }
            default -> {}
        }
    }
}
