package dev.svgym.configremediation.generation.kubernetes;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Writes scalars, so that a parser of either version of YAML reads what was meant. */
final class YamlScalar {

    private static final Pattern PLAIN =
            Pattern.compile(
                    "[A-Za-z/](?:[A-Za-z0-9_./@:=+%-]*[A-Za-z0-9_./@=+%-])?(?: [A-Za-z0-9_./@=+%-]+)*|[0-9]+(?:m|Mi|Gi|s|h)|[0-9]+(?:\\.[0-9]+){3}/[0-9]+");
    private static final Set<String> WORDS_WITH_A_MEANING =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private YamlScalar() {}

    static String text(JsonNode value, YamlStyle style, String place, boolean flow) {
        return value.isString() ? text(value.stringValue(), style, place, flow) : value.toString();
    }

    /** A key, quoted only where it must be. */
    static String key(String key) {
        return isPlain(key) ? key : single(key);
    }

    private static String text(String value, YamlStyle style, String place, boolean flow) {
        boolean bare = isPlain(value) && !(flow && value.contains(":"));
        return switch (style.quotes()) {
            case NONE -> bare ? value : mustQuote(value, style, place);
            case SOME_DOUBLE ->
                    bare && !style.percent(25, place, "quotes") ? value : doubled(value);
            case ALL_DOUBLE -> doubled(value);
            case SOME_SINGLE -> bare && !style.percent(25, place, "quotes") ? value : single(value);
        };
    }

    private static String mustQuote(String value, YamlStyle style, String place) {
        return style.percent(70, place, "quotes") ? doubled(value) : single(value);
    }

    private static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches()
                && !WORDS_WITH_A_MEANING.contains(value.toLowerCase(Locale.ROOT));
    }

    private static String doubled(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String single(String value) {
        return value.contains("\n") ? doubled(value) : "'" + value.replace("'", "''") + "'";
    }
}
