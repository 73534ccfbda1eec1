package dev.svgym.configremediation.kubernetes;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a file says so that a search of its text finds it: block style, a value a line, no anchors, no escapes but
 * those of quotes and backslashes, and no remarks. What cannot be written so, controls in a text, becomes blanks, since
 * nobody reads the result but an engine that looks for patterns.
 */
final class PlainYaml {

    private static final Pattern BARE = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();

    private PlainYaml() {}

    /** A document a document of the file. */
    static String of(YamlFile file) {
        var yaml = new PlainYaml();
        for (YamlFile.Document document : file.documents()) {
            yaml.text.append("---");
            if (document.root().isNull()) {
                yaml.text.append('\n');
            } else {
                yaml.value(document.root(), 0);
            }
        }
        return yaml.text.toString();
    }

    /**
     * What stands behind a key or a dash, to the end of the line or of the block.
     *
     * @param depth of what the value is in
     */
    private void value(JsonNode node, int depth) {
        switch (node) {
            case ObjectNode mapping when !mapping.isEmpty() -> {
                text.append('\n');
                for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
                    indent(depth);
                    key(entry.getKey());
                    value(entry.getValue(), depth + 1);
                }
            }
            case ArrayNode list when !list.isEmpty() -> {
                text.append('\n');
                for (JsonNode element : list) {
                    indent(depth);
                    text.append('-');
                    value(element, depth + 1);
                }
            }
            case JsonNode string when string.isString() -> {
                text.append(' ');
                string(string.stringValue(), depth);
            }
            default -> text.append(' ').append(node).append('\n');
        }
    }

    private void key(String key) {
        line(key);
        text.append(':');
    }

    private void string(String value, int depth) {
        if (value.indexOf('\n') < 0 || value.isBlank()) {
            line(value);
            text.append('\n');
            return;
        }
        text.append("|1");
        if (!value.endsWith("\n")) {
            text.append('-');
        }
        text.append('\n');
        for (String line : value.lines().toList()) {
            if (!line.isEmpty()) {
                indent(depth);
                plain(line);
            }
            text.append('\n');
        }
    }

    /** In quotes where it could be taken for something else. */
    private void line(String value) {
        if (BARE.matcher(value).matches() && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            text.append(value);
            return;
        }
        text.append('"');
        plain(value.replace("\\", "\\\\").replace("\"", "\\\""));
        text.append('"');
    }

    private void plain(String line) {
        line.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(text::appendCodePoint);
    }

    private void indent(int depth) {
        text.append(" ".repeat(depth));
    }
}
