package dev.svgym.server.adapters;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** JSON values as Python shows them. */
public final class PythonText {

    private static final int HEAD = 25;
    private static final int TAIL = 24;

    private PythonText() {}

    /** The name of the type that the value has in Python. */
    public static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "dict";
            case ARRAY -> "list";
            case STRING -> "str";
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float";
            default -> "NoneType";
        };
    }

    /** The value as {@code repr} shows it. */
    public static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT ->
                    value.properties().stream()
                            .map(field -> quoted(field.getKey()) + ": " + of(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case ARRAY ->
                    value.valueStream()
                            .map(PythonText::of)
                            .collect(Collectors.joining(", ", "[", "]"));
            case STRING -> quoted(value.stringValue());
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NUMBER -> value.asString();
            default -> "None";
        };
    }

    /** At most 50 characters of it. */
    public static String brief(JsonNode value) {
        String text = of(value);
        return text.length() <= HEAD + TAIL + 1
                ? text
                : text.substring(0, HEAD) + "..." + text.substring(text.length() - TAIL);
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        String escaped =
                text.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t");
        return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
    }
}
