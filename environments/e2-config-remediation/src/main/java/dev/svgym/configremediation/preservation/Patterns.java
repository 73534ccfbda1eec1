package dev.svgym.configremediation.preservation;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether patterns with asterisks, such as the actions of a policy, were narrowed. */
final class Patterns {

    private static final int LONGEST = 500;

    /**
     * An action of a service that begins with a letter, a resource name that begins with one and names its account or
     * none, or the number of an account: none matches everything that a service or an account has.
     */
    private static final Pattern FORM =
            Pattern.compile(
                    "(?!arn:)[a-z0-9-]+:[A-Za-z][A-Za-z0-9*]*"
                            + "|arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:\\d{0,12}:[^*?\\s][\\x21-\\x7E]*"
                            + "|\\d{12}");

    private Patterns() {}

    /**
     * Each that is new is matched by one that went; the others stayed; one is left.
     *
     * @param principals whether it is about who has access, where everybody may become accounts by kind
     */
    static boolean areNarrower(JsonNode before, JsonNode after, boolean principals) {
        if (before.isObject() || (after.isObject() && !principals)) {
            return false;
        }
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

    /** One, those of a list, or the accounts of a mapping. */
    private static List<JsonNode> patterns(JsonNode node) {
        JsonNode named = node.size() == 1 && node.has("AWS") ? node.get("AWS") : node;
        return named.isArray() ? List.copyOf(named.values()) : List.of(named);
    }

    /** Without what a template would fill in later. */
    private static boolean matches(String pattern, String text) {
        if (text.length() > LONGEST || text.contains("${") || !FORM.matcher(text).matches()) {
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
