package dev.svgym.environment.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a file with one JSON object a line. */
public final class ObjectRows implements RowReader {

    private final Lines lines;
    private final int longest;
    private final Reading reading;

    /** Makes a row of an object. */
    @FunctionalInterface
    public interface Reading {

        /**
         * The row.
         *
         * @param line counted from 1
         */
        Row row(long line, ObjectNode object);
    }

    /**
     * @param longest most characters of a line
     */
    public ObjectRows(Reader text, int longest, Reading reading) {
        this.lines = new Lines(text, longest);
        this.longest = longest;
        this.reading = reading;
    }

    @Override
    public Optional<Row> next() throws IOException {
        return line().map(Supplier::get);
    }

    /** The next line with the work on it still to do, on any thread; empty behind the last. */
    public Optional<Supplier<Row>> line() throws IOException {
        Optional<String> text = lines.next();
        long number = lines.number();
        boolean whole = lines.whole();
        return text.map(line -> () -> row(line, number, whole));
    }

    private Row row(String line, long number, boolean whole) {
        if (!whole) {
            return new Row.Unusable(number, "expected at most %d characters".formatted(longest));
        }
        if (line.isBlank()) {
            return new Row.Blank(number);
        }
        JsonNode node;
        try {
            node = JsonLines.MAPPER.readTree(line);
        } catch (JacksonException | NumberFormatException e) {
            return new Row.Unusable(
                    number, "expected one JSON object a line, got text that is no JSON");
        }
        return node instanceof ObjectNode object
                ? reading.row(number, object)
                : new Row.Unusable(number, "expected one JSON object a line, got another value");
    }
}
