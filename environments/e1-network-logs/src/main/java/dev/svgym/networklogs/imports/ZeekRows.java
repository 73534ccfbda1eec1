package dev.svgym.networklogs.imports;

import dev.svgym.environment.imports.JsonLines;
import dev.svgym.environment.imports.Lines;
import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.RowReader;
import dev.svgym.environment.imports.Shown;
import dev.svgym.environment.imports.UnreadableSourceException;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Zeek's conn.log, as TSV with {@code #fields} or as JSON lines; IoT-23's conn.log.labeled is the former. */
final class ZeekRows implements RowReader {

    private static final String CONN = "conn";

    private final Lines lines;
    private final ZeekLabel label;
    private final ZeekHeader header = new ZeekHeader();
    private boolean json;
    private boolean begun;

    ZeekRows(Reader text, ZeekLabel label) {
        this.lines = new Lines(text, NetworkLogFormat.LONGEST);
        this.label = label;
    }

    @Override
    public Optional<Row> next() throws IOException, UnreadableSourceException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            if (text.isBlank()) {
                return Optional.of(new Row.Blank(lines.number()));
            }
            if (!begun) {
                begun = true;
                json = text.startsWith("{");
            }
            if (!lines.whole()) {
                return unusable(
                        "expected at most %d characters".formatted(NetworkLogFormat.LONGEST));
            }
            if (text.indexOf(Shown.UNDECODABLE) >= 0) {
                return unusable("expected UTF-8, got other bytes");
            }
            if (json) {
                return Optional.of(ofJson(text));
            }
            if (text.startsWith("#")) {
                directive(text);
            } else {
                return Optional.of(ofTsv(text));
            }
        }
        return Optional.empty();
    }

    private void directive(String text) throws UnreadableSourceException {
        boolean fields = header.read(text);
        if (!header.path().isEmpty() && !header.path().equals(CONN)) {
            throw unreadable(
                    "expected a conn.log, got #path %s".formatted(Shown.of(header.path())));
        }
        if (fields) {
            for (String needed : ZeekRecord.NEEDED) {
                if (!header.has(needed)) {
                    throw unreadable("expected #fields with %s, got others".formatted(needed));
                }
            }
            Optional<String> problem = label.problem(header.has(label.field()));
            if (problem.isPresent()) {
                throw unreadable(problem.get());
            }
        }
    }

    private Row ofTsv(String text) throws UnreadableSourceException {
        if (!header.isThere()) {
            throw unreadable(
                    "expected a Zeek header with #fields, or one JSON object a line, got %s; is the format right?"
                            .formatted(Shown.of(text)));
        }
        String[] values = header.split(text);
        if (values.length != header.size()) {
            return new Row.Unusable(
                    lines.number(),
                    "expected %d fields as #fields says, got %d"
                            .formatted(header.size(), values.length));
        }
        return ZeekRecord.row(lines.number(), label, name -> header.value(name, values));
    }

    private Row ofJson(String text) {
        JsonNode node;
        try {
            node = JsonLines.MAPPER.readTree(text);
        } catch (JacksonException | NumberFormatException e) {
            return new Row.Unusable(
                    lines.number(), "expected one JSON object a line, got text that is no JSON");
        }
        if (!(node instanceof ObjectNode object)) {
            return new Row.Unusable(
                    lines.number(), "expected one JSON object a line, got another value");
        }
        String path = value(object, "_path");
        if (!path.isEmpty() && !path.equals(CONN)) {
            return new Row.Unusable(
                    lines.number(), "expected a record of conn, got one of " + Shown.of(path));
        }
        for (String needed : ZeekRecord.NEEDED) {
            if (!object.has(needed)) {
                return new Row.Unusable(
                        lines.number(), "expected a record of conn.log, got none of " + needed);
            }
        }
        Optional<String> problem = label.problem(object.hasNonNull(label.field()));
        return problem.isPresent()
                ? new Row.Unusable(lines.number(), problem.get())
                : ZeekRecord.row(lines.number(), label, name -> value(object, name));
    }

    /** Of a text or a number; lists and objects are not fields of a flow. */
    private static String value(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() || value.isNumber() ? value.asString() : "";
    }

    private Optional<Row> unusable(String reason) {
        return Optional.of(new Row.Unusable(lines.number(), reason));
    }

    private UnreadableSourceException unreadable(String message) {
        return new UnreadableSourceException(lines.number(), message);
    }
}
