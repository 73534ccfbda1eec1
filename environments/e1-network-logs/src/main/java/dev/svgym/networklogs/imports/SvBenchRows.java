package dev.svgym.networklogs.imports;

import dev.svgym.environment.Split;
import dev.svgym.environment.WellFormed;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** SV-Bench E1: {@code {"question", "answer", "meta"?}} a line. */
final class SvBenchRows implements RowReader {

    /** A log has at most so many bytes in UTF-8. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Set<String> FIELDS = Set.of("question", "answer", "meta");

    /** Of a flow, the port before the arrow. */
    private static final Pattern SOURCE_PORT = Pattern.compile("\\d{1,5}(?=\\s*(?:\u2192|->))");

    private final Lines lines;

    SvBenchRows(Reader text) {
        this.lines = new Lines(text);
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<String> line = lines.next();
        return line.map(this::row);
    }

    private Row row(String line) {
        if (!lines.whole()) {
            return unusable("expected at most %d characters".formatted(Lines.LONGEST));
        }
        if (line.isBlank()) {
            return new Row.Blank(lines.number());
        }
        JsonNode node;
        try {
            node = JsonLines.MAPPER.readTree(line);
        } catch (JacksonException | NumberFormatException e) {
            return unusable("expected one JSON object a line, got text that is no JSON");
        }
        if (!(node instanceof ObjectNode object)) {
            return unusable("expected one JSON object a line, got another value");
        }
        List<String> problems = problems(object);
        return problems.isEmpty() ? usable(object) : unusable(String.join("; ", problems));
    }

    private Row usable(ObjectNode object) {
        String log = object.path("question").stringValue();
        JsonNode meta = object.path("meta");
        return new Row.Usable(
                lines.number(),
                log,
                SOURCE_PORT.matcher(log).replaceAll("*"),
                object.path("answer").stringValue().equals("Malicious"),
                FlowText.family(meta.path("attack_family").stringValue("").replace("NA", "")),
                split(meta.path("split").stringValue("")));
    }

    private static List<String> problems(ObjectNode object) {
        List<String> problems = new ArrayList<>();
        for (String name : List.of("question", "answer")) {
            if (!object.has(name)) {
                problems.add("missing field /" + name);
            }
        }
        if (object.has("question")) {
            question(object.path("question"), problems);
        }
        if (object.has("answer") && !isLabel(object.path("answer"))) {
            problems.add("/answer: expected exactly Benign or Malicious");
        }
        if (object.has("meta") && !object.path("meta").isObject()) {
            problems.add("/meta: expected an object");
        }
        if (!FIELDS.containsAll(object.propertyNames())) {
            problems.add("expected only the fields question, answer and meta");
        }
        return problems;
    }

    private static void question(JsonNode question, List<String> problems) {
        if (!question.isString() || question.stringValue().isBlank()) {
            problems.add("/question: expected a text that is not blank");
            return;
        }
        String text = question.stringValue();
        if (text.indexOf(SourceText.UNDECODABLE) >= 0 || !WellFormed.text(text).equals(text)) {
            problems.add("/question: expected UTF-8, got other bytes");
        } else if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            problems.add("/question: expected at most %d bytes, got more".formatted(MOST_BYTES));
        }
    }

    private static boolean isLabel(JsonNode answer) {
        return answer.isString()
                && (answer.stringValue().equals("Benign")
                        || answer.stringValue().equals("Malicious"));
    }

    private static Optional<Split> split(String name) {
        return switch (name) {
            case "dev", "val" -> Optional.of(Split.VALIDATION);
            default -> Split.of(name).filter(split -> split != Split.PRIVATE);
        };
    }

    private Row unusable(String reason) {
        return new Row.Unusable(lines.number(), reason);
    }
}
