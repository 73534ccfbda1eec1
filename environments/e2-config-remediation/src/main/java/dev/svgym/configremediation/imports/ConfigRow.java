package dev.svgym.configremediation.imports;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of an imported set.
 *
 * @param kind label of the kind of its files
 * @param files path to text
 * @param source where the data set has it from; empty where it does not say
 * @param findings what other tools called what they found, as {@code tool/rule}; judges nothing
 */
public record ConfigRow(
        String kind, SortedMap<String, String> files, String source, List<String> findings) {

    public ConfigRow {
        findings = List.copyOf(findings);
    }

    /** The row that a set holds. */
    public static ConfigRow of(JsonNode row) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> file : row.path("files").properties()) {
            files.put(file.getKey(), file.getValue().stringValue());
        }
        return new ConfigRow(
                row.path("kind").stringValue(),
                files,
                row.path("source").stringValue(),
                row.path("findings").values().stream().map(JsonNode::stringValue).toList());
    }

    ObjectNode json() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("kind", kind);
        ObjectNode texts = row.putObject("files");
        files.forEach(texts::put);
        row.put("source", source);
        var names = row.putArray("findings");
        findings.forEach(names::add);
        return row;
    }
}
