package dev.svgym.configremediation.preservation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether patterns with asterisks, such as the actions of a policy, were narrowed. */
final class Patterns {

    private static final int LONGEST = 500;

    private Patterns() {}

    /** Each that is new is matched by one that went; the others stayed; one is left. */
    static boolean areNarrower(JsonNode before, JsonNode after) {
        List<JsonNode> was = patterns(before);
        List<JsonNode> is = patterns(after);
        if (is.isEmpty() || is.containsAll(was) || !is.stream().allMatch(JsonNode::isString)) {
            return false;
        }
        List<JsonNode> gone =
                was.stream().filter(JsonNode::isString).filter(one -> !is.contains(one)).toList();
        return is.stream()
                .allMatch(one ->
                        was.contains(one)
                                || gone.stream()
                                        .anyMatch(pattern ->
                                                matches(pattern.stringValue(), one.stringValue())));
    }

    /** One, those of a list, or those that a mapping has, such as principals by their kind. */
    private static List<JsonNode> patterns(JsonNode node) {
        return node.isContainer()
                ? node.values().stream().flatMap(each -> patterns(each).stream()).toList()
                : List.of(node);
    }

    /** Without what a template would fill in later. */
    private static boolean matches(String pattern, String text) {
        if (text.isBlank() || text.length() > LONGEST || text.contains("${")) {
            return false;
        }
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
