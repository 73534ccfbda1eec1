package dev.svgym.configremediation.generation.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one document in one author's hand. One instance writes one document. */
final class YamlWriter {

    private static final int LONGEST_FLOW = 60;
    private static final int MOST_IN_FLOW = 6;

    private final YamlStyle style;
    private final Anchors.Marks marks;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> lineOf = new HashMap<>();

    private YamlWriter(YamlStyle style, Anchors.Marks marks) {
        this.style = style;
        this.marks = marks;
    }

    /**
     * A document as text.
     *
     * @param lines without line feeds
     * @param lineOf index of the line of a place, which is the keys from the root, each behind a slash
     */
    record Written(List<String> lines, Map<String, Integer> lineOf) {}

    static Written write(ObjectNode document, YamlStyle style, Anchors anchors) {
        var writer = new YamlWriter(style, anchors.in(document, style));
        writer.mapping(document, "", 0);
        return new Written(writer.lines, writer.lineOf);
    }

    /** What names an element of a list within a place: the key of keyed trees where it has one, else its index. */
    static String elementKey(ArrayNode list, int index) {
        JsonNode element = list.path(index);
        if (element.has("containerPort")) {
            return element.path("containerPort").asString("")
                    + "/"
                    + element.path("protocol").asString("TCP");
        }
        for (String key : List.of("mountPath", "name", "key", "ip")) {
            if (element.path(key).isString()) {
                return element.path(key).stringValue();
            }
        }
        return Integer.toString(index);
    }

    private void mapping(ObjectNode mapping, String place, int indent) {
        boolean first = true;
        for (String key : KeyOrders.of(mapping, place, style)) {
            String child = place + "/" + key;
            entry(key, mapping.path(key), child, indent, first && indent > 0);
            first = false;
        }
    }

    private void entry(String key, JsonNode value, String place, int indent, boolean first) {
        Optional<String> remark = Remarks.at(key, place, style);
        boolean above = !first && style.percent(50, place, "remark above");
        remark.filter(_ -> above).ifPresent(text -> lines.add(" ".repeat(indent) + "# " + text));
        lineOf.put(place, lines.size());
        String start = " ".repeat(indent) + YamlScalar.key(key) + ":";
        String mark =
                Optional.ofNullable(marks.anchors().get(place)).map(name -> " &" + name).orElse("");
        String alias = marks.aliases().get(place);
        String end = remark.filter(_ -> !above).map(text -> " # " + text).orElse("");
        if (alias != null) {
            lines.add(start + " *" + alias + end);
        } else if (value.isString() && value.stringValue().contains("\n")) {
            block(value.stringValue(), start, indent);
        } else if (!value.isContainer()) {
            lines.add(start + " " + YamlScalar.text(value, style, place, false) + end);
        } else if (fitsInFlow(value, place)) {
            lines.add(start + mark + " " + flow(value, place) + end);
        } else {
            lines.add(start + mark + end);
            switch (value) {
                case ObjectNode child -> mapping(child, place, indent + style.step());
                case ArrayNode list ->
                        list(list, place, indent + (style.indentsLists() ? style.step() : 0));
                default -> throw new IllegalStateException("only collections are containers");
            }
        }
    }

    private void list(ArrayNode list, String place, int indent) {
        for (int i = 0; i < list.size(); i++) {
            String child = place + "/" + elementKey(list, i);
            switch (list.path(i)) {
                case ObjectNode mapping when !mapping.isEmpty() -> {
                    int start = lines.size();
                    mapping(mapping, child, indent + 2);
                    lines.set(
                            start,
                            " ".repeat(indent) + "- " + lines.get(start).substring(indent + 2));
                    lineOf.put(child, start);
                }
                case JsonNode element -> {
                    lineOf.put(child, lines.size());
                    String text =
                            element.isContainer()
                                    ? flow(element, child)
                                    : YamlScalar.text(element, style, child, false);
                    lines.add(" ".repeat(indent) + "- " + text);
                }
            }
        }
    }

    private void block(String text, String start, int indent) {
        lines.add(start + (text.endsWith("\n") ? " |" : " |-"));
        String margin = " ".repeat(indent + style.step());
        text.lines().forEach(line -> lines.add(line.isEmpty() ? "" : margin + line));
    }

    private boolean fitsInFlow(JsonNode value, String place) {
        if (value.isEmpty()) {
            return true;
        }
        return value.size() <= MOST_IN_FLOW
                && value.values().stream().allMatch(YamlWriter::isShort)
                && style.percent(style.flowPercent(), place, "flow")
                && flow(value, place).length() <= LONGEST_FLOW;
    }

    private static boolean isShort(JsonNode child) {
        return !child.isContainer() && !child.asString("").contains("\n");
    }

    private String flow(JsonNode value, String place) {
        return switch (value) {
            case ObjectNode mapping ->
                    KeyOrders.of(mapping, place, style).stream()
                            .map(key ->
                                    YamlScalar.key(key)
                                            + ": "
                                            + flow(mapping.path(key), place + "/" + key))
                            .collect(Collectors.joining(", ", "{", "}"));
            case ArrayNode list ->
                    list.values().stream()
                            .map(child -> flow(child, place))
                            .collect(Collectors.joining(", ", "[", "]"));
            default -> YamlScalar.text(value, style, place, true);
        };
    }
}
