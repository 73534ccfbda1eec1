package dev.svgym.configremediation.kubernetes;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A file that was read.
 *
 * @param documents in order, empty ones included
 * @param anchors number of anchors and aliases
 */
record YamlFile(List<Document> documents, int anchors) {

    YamlFile {
        documents = List.copyOf(documents);
    }

    /**
     * One document.
     *
     * @param line where its content starts, from 1
     * @param root null where it is empty; aliases are expanded, nothing is shared
     */
    record Document(int line, JsonNode root) {}
}
