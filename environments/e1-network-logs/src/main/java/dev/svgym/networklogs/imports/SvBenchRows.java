package dev.svgym.networklogs.imports;

import dev.svgym.environment.WellFormed;
import dev.svgym.environment.imports.ObjectRows;
import dev.svgym.environment.imports.Row;
import dev.svgym.environment.imports.Shown;
import dev.svgym.environment.imports.SplitNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** SV-Bench E1: {@code {"question", "answer", "meta"?}} a line. */
final class SvBenchRows implements ObjectRows.Reading {

    /** A log has at most so many bytes in UTF-8. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Set<String> FIELDS = Set.of("question", "answer", "meta");

    /** Of a flow, the port before the arrow. */
    private static final Pattern SOURCE_PORT = Pattern.compile("\\d{1,5}(?=\\s*(?:\u2192|->))");

    @Override
    public Row row(long line, ObjectNode object) {
        List<String> problems = problems(object);
        return problems.isEmpty()
                ? usable(line, object)
                : new Row.Unusable(line, String.join("; ", problems));
    }

    private static Row usable(long line, ObjectNode object) {
        String log = object.path("question").stringValue();
        JsonNode meta = object.path("meta");
        return new ImportedCase(log, object.path("answer").stringValue().equals("Malicious"))
                .row(
                        line,
                        SOURCE_PORT.matcher(log).replaceAll("*"),
                        FlowText.family(
                                meta.path("attack_family").stringValue("").replace("NA", "")),
                        SplitNames.read(meta.path("split").stringValue("")));
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
        if (text.indexOf(Shown.UNDECODABLE) >= 0 || !WellFormed.text(text).equals(text)) {
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
}
