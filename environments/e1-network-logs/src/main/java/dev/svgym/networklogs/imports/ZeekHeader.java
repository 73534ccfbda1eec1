package dev.svgym.networklogs.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lines with {@code #} of a Zeek log say. IoT-23 has its last three fields apart by spaces in place of the
 * separator; such a last field is split there, in the header and in every record.
 */
final class ZeekHeader {

    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

    private String separator = "\t";
    private Pattern between = Pattern.compile(separator);
    private String unset = "-";
    private String empty = "(empty)";
    private String path = "";
    private int columns;
    private int inLastColumn;
    private Map<String, Integer> places = Map.of();

    /**
     * Takes a line.
     *
     * @return whether it was that of the fields
     */
    boolean read(String line) {
        if (line.startsWith("#separator ")) {
            separator = unescaped(line.substring("#separator ".length()));
            between = Pattern.compile(Pattern.quote(separator));
            return false;
        }
        int end = line.indexOf(separator);
        String value = end < 0 ? "" : line.substring(end + separator.length());
        switch (end < 0 ? line : line.substring(0, end)) {
            case "#unset_field" -> unset = value;
            case "#empty_field" -> empty = value;
            case "#path" -> path = value;
            case "#fields" -> {
                fields(value);
                return true;
            }
            default -> {}
        }
        return false;
    }

    private void fields(String value) {
        String[] names = pieces(value);
        columns = names.length;
        String[] last = SPACES.split(names[columns - 1].strip(), -1);
        inLastColumn = last.length;
        var found = new HashMap<String, Integer>();
        for (int i = 0; i < columns - 1; i++) {
            found.putIfAbsent(names[i].strip(), i);
        }
        for (int i = 0; i < last.length; i++) {
            found.putIfAbsent(last[i], columns - 1 + i);
        }
        places = found;
    }

    /** The values of a record; more or fewer than {@link #size} where it is broken. */
    String[] split(String record) {
        String[] values = pieces(record);
        if (values.length != columns || inLastColumn == 1) {
            return values;
        }
        String[] last = SPACES.split(values[columns - 1].strip(), inLastColumn);
        String[] all = Arrays.copyOf(values, columns - 1 + last.length);
        System.arraycopy(last, 0, all, columns - 1, last.length);
        return all;
    }

    private String[] pieces(String text) {
        return between.split(text, -1);
    }

    /** Fields of a record. */
    int size() {
        return columns + inLastColumn - 1;
    }

    boolean isThere() {
        return columns > 0;
    }

    boolean has(String field) {
        return places.containsKey(field);
    }

    String path() {
        return path;
    }

    /** Of a record that has all fields; empty where the field is unset or not there. */
    String value(String field, String[] values) {
        Integer place = places.get(field);
        if (place == null) {
            return "";
        }
        String value = values[place];
        return value.equals(unset) || value.equals(empty) ? "" : value;
    }

    private static String unescaped(String text) {
        return HEX.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
