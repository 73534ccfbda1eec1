package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Excerpt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A scalar without quotes in the core schema of YAML 1.2, where kubectl, whose parser is of YAML 1.1, reads the same.
 * Where it reads another value, there is none: an answer must not mean one thing here and another in a cluster. The one
 * exception is the mode of a file as manifests have it, {@code 0644}: octal, as in the cluster.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
 */
final class PlainScalar {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> OLD_BOOLEANS =
            Set.of(
                    "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", //
                    "on", "On", "ON", "off", "Off", "OFF");

    private static final int LONGEST_WORD = "false".length();

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:0|[1-9][0-9]*+)");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
    private static final Pattern MODE = Pattern.compile("0[0-7]++");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]++");
    private static final Pattern OLD_OCTAL = Pattern.compile("[-+]?0[0-9]++");
    private static final Pattern OLD_INTEGER =
            Pattern.compile("[-+]?0(?:[xX][0-9a-fA-F]++|[oO][0-7]++|[bB][01]++)");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");
    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private PlainScalar() {}

    /**
     * @param text as written
     * @param line from 1
     */
    static JsonNode read(String text, int line) throws UnreadableYamlException {
        var nodes = JsonNodeFactory.instance;
        if (text.length() <= LONGEST_WORD) {
            if (NULLS.contains(text)) {
                return nodes.nullNode();
            }
            if (TRUE.contains(text) || FALSE.contains(text)) {
                return nodes.booleanNode(TRUE.contains(text));
            }
            if (OLD_BOOLEANS.contains(text)) {
                throw refused(text, line, "kubectl reads it as a boolean");
            }
        }
        return startsNumber(text.charAt(0)) ? number(text, line) : nodes.stringNode(text);
    }

    private static boolean startsNumber(char first) {
        return (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.';
    }

    private static JsonNode number(String text, int line) throws UnreadableYamlException {
        if (DECIMAL.matcher(text).matches()) {
            return integer(text, 0, 10, line);
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(text, 2, 8, line);
        }
        if (MODE.matcher(text).matches()) {
            return integer(text, 1, 8, line);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(text, 2, 16, line);
        }
        if (OLD_OCTAL.matcher(text).matches()) {
            throw refused(text, line, "kubectl reads it as octal; as a number it is written 0o...");
        }
        if (NOT_FINITE.matcher(text).matches()) {
            throw refused(text, line, "it is no finite number");
        }
        if (FLOAT.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (Double.isInfinite(value)) {
                throw refused(text, line, "it is no finite number");
            }
            return JsonNodeFactory.instance.numberNode(value);
        }
        String joined = text.replace("_", "");
        if (OLD_INTEGER.matcher(joined).matches()
                || (!joined.equals(text) && FLOAT.matcher(joined).matches())) {
            throw refused(text, line, "kubectl reads it as a number");
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static JsonNode integer(String text, int prefix, int radix, int line)
            throws UnreadableYamlException {
        try {
            long value = Long.parseLong(text, prefix, text.length(), radix);
            return value == (int) value
                    ? JsonNodeFactory.instance.numberNode((int) value)
                    : JsonNodeFactory.instance.numberNode(value);
        } catch (NumberFormatException _) {
            throw refused(text, line, "it is no integer of 64 bits");
        }
    }

    private static UnreadableYamlException refused(String text, int line, String why) {
        return new UnreadableYamlException(line, "quote %s: %s".formatted(Excerpt.of(text), why));
    }
}
