package dev.svgym.networklogs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record of a generated log in either format, read back from its text.
 *
 * @param fields those that are set, by Zeek's names
 */
record LogRow(Map<String, String> fields) {

    private static final int PAYLOAD_OF_A_PACKET = 1460;

    static List<LogRow> of(String log) {
        List<String> lines = log.lines().toList();
        if (!lines.getFirst().startsWith("#fields\t")) {
            return lines.stream().map(LogRow::json).toList();
        }
        List<String> names = Arrays.asList(lines.getFirst().split("\t"));
        return lines.stream().skip(1).map(line -> tabbed(names, line)).toList();
    }

    /** Empty where it is unset. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** NaN where it is unset. */
    double number(String name) {
        String value = text(name);
        return value.isEmpty() ? Double.NaN : Double.parseDouble(value);
    }

    boolean carriesData() {
        return !List.of("S0", "REJ", "OTH").contains(text("conn_state"));
    }

    boolean isExternal() {
        return text("id.resp_h").startsWith("203.") || text("id.resp_h").startsWith("198.");
    }

    boolean isNamedServer() {
        return text("id.resp_h").endsWith(".0.5") && !isExternal();
    }

    /** Packets of the originator beyond the least that its payload needs; NaN where they are unset. */
    double extraPackets() {
        return number("orig_pkts") - Math.ceil(number("orig_bytes") / PAYLOAD_OF_A_PACKET);
    }

    private static LogRow tabbed(List<String> names, String line) {
        List<String> values = Arrays.asList(line.split("\t"));
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals("-")) {
                fields.put(names.get(i + 1), values.get(i));
            }
        }
        return new LogRow(fields);
    }

    private static LogRow json(String line) {
        Map<String, String> fields = new HashMap<>();
        JsonMapper.shared()
                .readTree(line)
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return new LogRow(fields);
    }
}
