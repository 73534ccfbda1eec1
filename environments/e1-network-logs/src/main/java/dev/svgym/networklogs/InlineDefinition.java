package dev.svgym.networklogs;

import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.TaskRefusedException.FieldError;
import dev.svgym.environment.TaskRefusedException.Reason;
import dev.svgym.environment.WellFormed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A task that the caller brings: {@code {"log", "label", "costs"?}}. */
record InlineDefinition(String log, Label label, Costs costs) {

    static final int MAX_LOG_BYTES = 64 * 1024;

    private static final int MOST_ERRORS = 50;
    private static final int LONGEST_NAME = 100;

    /**
     * Reads a definition.
     *
     * @throws TaskRefusedException with every field that is wrong
     */
    static InlineDefinition of(JsonNode definition) {
        var errors = new Errors(new ArrayList<>());
        InlineDefinition read = read(definition, errors);
        if (!errors.found().isEmpty()) {
            throw new TaskRefusedException(
                    Reason.INVALID,
                    "expected {\"log\", \"label\", \"costs\"?} as the inline schema of the card says, got "
                            + (errors.found().size() == 1
                                    ? "one field that is wrong"
                                    : errors.found().size() + " fields that are wrong"),
                    errors.found());
        }
        return read;
    }

    private static InlineDefinition read(JsonNode definition, Errors errors) {
        if (!(definition instanceof ObjectNode fields)) {
            errors.add("", "expected an object");
            return new InlineDefinition("", Label.BENIGN, Costs.DEFAULT);
        }
        errors.unlessOnly(fields, "", Set.of("log", "label", "costs"));
        return new InlineDefinition(
                log(fields.path("log"), errors),
                label(fields.path("label"), errors),
                fields.has("costs") ? costs(fields.path("costs"), errors) : Costs.DEFAULT);
    }

    private static String log(JsonNode value, Errors errors) {
        if (!value.isString() || value.stringValue().isBlank()) {
            errors.add("/log", "expected a text that is not blank");
            return "";
        }
        String log = value.stringValue();
        int bytes = log.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_LOG_BYTES) {
            errors.add("/log", "expected at most %d bytes, got %d".formatted(MAX_LOG_BYTES, bytes));
        } else if (!WellFormed.text(log).equals(log)) {
            errors.add("/log", "expected well-formed Unicode, got half a surrogate pair");
        }
        return log;
    }

    private static Label label(JsonNode value, Errors errors) {
        Label label = value.isString() ? Label.of(value.stringValue()).orElse(null) : null;
        if (label == null) {
            errors.add("/label", "expected exactly Benign or Malicious");
            return Label.BENIGN;
        }
        return label;
    }

    private static Costs costs(JsonNode value, Errors errors) {
        if (!(value instanceof ObjectNode fields)) {
            errors.add("/costs", "expected an object, or no such field");
            return Costs.DEFAULT;
        }
        int before = errors.found().size();
        errors.unlessOnly(fields, "/costs", Set.of("false_negative", "false_positive", "abstain"));
        double falseNegative =
                cost(fields, "false_negative", Costs.DEFAULT.falseNegative(), errors);
        double falsePositive =
                cost(fields, "false_positive", Costs.DEFAULT.falsePositive(), errors);
        double abstain = cost(fields, "abstain", Costs.DEFAULT.abstain(), errors);
        if (errors.found().size() > before) {
            return Costs.DEFAULT;
        }
        if (!Costs.isPriceOfAbstaining(abstain, falseNegative, falsePositive)) {
            errors.add(
                    "/costs/abstain",
                    "expected at most false_negative * false_positive / (false_negative + false_positive) = %s, got %s"
                            .formatted(
                                    Costs.mostForAbstaining(falseNegative, falsePositive),
                                    abstain));
            return Costs.DEFAULT;
        }
        return new Costs(falseNegative, falsePositive, abstain);
    }

    private static double cost(ObjectNode fields, String name, double ifAbsent, Errors errors) {
        if (!fields.has(name)) {
            return ifAbsent;
        }
        JsonNode value = fields.path(name);
        double cost = value.isNumber() ? value.numberValue().doubleValue() : Double.NaN;
        if (!Costs.isCost(cost)) {
            errors.add("/costs/" + name, "expected a finite number more than 0");
            return ifAbsent;
        }
        return cost;
    }

    /** What is wrong with a definition, by JSON pointer; never more than a reader can use. */
    private record Errors(List<FieldError> found) {

        void add(String pointer, String message) {
            if (found.size() < MOST_ERRORS) {
                found.add(new FieldError(pointer, message));
            }
        }

        void unlessOnly(ObjectNode fields, String pointer, Set<String> known) {
            for (String name : fields.propertyNames()) {
                if (!known.contains(name)) {
                    add(pointer + "/" + escaped(name), "unknown field");
                }
            }
        }

        private static String escaped(String name) {
            String text =
                    name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
            return text.replace("~", "~0").replace("/", "~1");
        }
    }
}
