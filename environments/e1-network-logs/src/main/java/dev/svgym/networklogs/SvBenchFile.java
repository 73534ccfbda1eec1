package dev.svgym.networklogs;

import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.FieldError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of an SV-Bench file line by line; holds one line in memory. */
final class SvBenchFile implements Iterator<SvBenchRow> {

    /** A log of 64 KiB with every character escaped, and room for the rest. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final Set<String> FIELDS = Set.of("question", "answer", "meta");
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final BufferedReader file;
    private long line;
    private @Nullable SvBenchRow next;

    SvBenchFile(BufferedReader file) {
        this.file = file;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            StringBuilder text = new StringBuilder();
            boolean whole;
            try {
                if (!more()) {
                    return false;
                }
                whole = readLine(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            line++;
            if (!whole) {
                next = rejected("expected at most %d characters".formatted(LONGEST_LINE));
            } else if (!text.toString().isBlank()) {
                next = row(text.toString());
            }
        }
        return true;
    }

    @Override
    public SvBenchRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        SvBenchRow row = next;
        next = null;
        return row;
    }

    private boolean more() throws IOException {
        file.mark(1);
        boolean more = file.read() >= 0;
        file.reset();
        return more;
    }

    /** Reads to the end of the line; false where it is too long to be kept. */
    private boolean readLine(StringBuilder text) throws IOException {
        boolean whole = true;
        for (int c = file.read(); c >= 0 && c != '\n'; c = file.read()) {
            if (text.length() < LONGEST_LINE) {
                text.append((char) c);
            } else {
                whole = false;
            }
        }
        return whole;
    }

    private SvBenchRow row(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException | NumberFormatException e) {
            return rejected("expected one JSON object a line, got text that is no JSON");
        }
        if (!(node instanceof ObjectNode object)) {
            return rejected("expected one JSON object a line, got another value");
        }
        List<String> problems = problems(object);
        if (!problems.isEmpty()) {
            return rejected(String.join("; ", problems));
        }
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.set("log", object.get("question"));
        definition.set("label", object.get("answer"));
        try {
            InlineDefinition.of(definition);
        } catch (TaskRefusedException e) {
            return rejected(
                    e.errors().stream().map(SvBenchFile::told).collect(Collectors.joining("; ")));
        }
        ObjectNode meta =
                object.get("meta") instanceof ObjectNode given
                        ? given
                        : JsonNodeFactory.instance.objectNode();
        return new SvBenchRow.Posable(line, definition, meta);
    }

    private static List<String> problems(ObjectNode object) {
        List<String> problems = new ArrayList<>();
        for (String name : List.of("question", "answer")) {
            if (!object.has(name)) {
                problems.add("missing field /" + name);
            }
        }
        if (object.has("meta") && !(object.get("meta") instanceof ObjectNode)) {
            problems.add("/meta: expected an object");
        }
        if (!FIELDS.containsAll(object.propertyNames())) {
            problems.add("expected only the fields question, answer and meta");
        }
        return problems;
    }

    /** The pointer in the row's own words. */
    private static String told(FieldError error) {
        String pointer = error.pointer().equals("/log") ? "/question" : "/answer";
        return pointer + ": " + error.message();
    }

    private SvBenchRow rejected(String reason) {
        return new SvBenchRow.Rejected(line, reason);
    }
}
