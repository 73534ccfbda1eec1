package dev.svgym.configremediation.model;

import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * Files that were read.
 *
 * @param objects in the order of files and documents
 * @param documents by file, what each document holds: such as {@code list of 2}
 * @param anchors number of anchors and aliases by file; an answer may not have more than the config had
 * @param input what the rules read: {@code {"objects": [...]}}, described in {@code policies/README.md}
 */
public record Config(
        List<ConfigObject> objects,
        SortedMap<String, List<String>> documents,
        SortedMap<String, Integer> anchors,
        JsonNode input) {

    public Config {
        objects = List.copyOf(objects);
    }
}
