package dev.svgym.server.problems;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the words of the wire why a body could not be read. */
final class JsonFault {

    private JsonFault() {}

    /**
     * @param prefix where the JSON stands in the body, such as {@code "line 3: "}, or nothing
     */
    static ProblemException explain(JacksonException fault, String prefix) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                    field(
                            prefix,
                            unknown,
                            "unknown field; expected only "
                                    + sorted(unknown.getKnownPropertyIds()));
            case MismatchedInputException mismatch ->
                    mismatch.getPath().isEmpty()
                                    && mismatch.getOriginalMessage().startsWith("Trailing token")
                            ? malformed(
                                    prefix, mismatch, "expected one JSON value, got more behind it")
                            : field(
                                    prefix,
                                    mismatch,
                                    "expected %s, got %s"
                                            .formatted(
                                                    expected(mismatch.getTargetType()),
                                                    got(mismatch.getCurrentToken())));
            case InputCoercionException coercion ->
                    field(
                            prefix,
                            coercion,
                            "expected %s in its range, got %s"
                                    .formatted(
                                            expected(coercion.getTargetType()),
                                            got(coercion.getInputType())));
            case StreamConstraintsException limit ->
                    malformed(
                            prefix,
                            limit,
                            "expected JSON within this server's limits: " + message(limit));
            case StreamReadException syntax ->
                    malformed(prefix, syntax, "expected strict JSON: " + message(syntax));
            default -> malformed(prefix, fault, "expected strict JSON: " + message(fault));
        };
    }

    private static ProblemException field(String prefix, JacksonException fault, String message) {
        String pointer = pointer(fault.getPath());
        String text = prefix + message;
        return ProblemException.of(
                        ProblemType.INVALID_REQUEST,
                        pointer.isEmpty() ? text : pointer + ": " + text)
                .withErrors(List.of(new FieldError(pointer, text)));
    }

    private static ProblemException malformed(
            String prefix, JacksonException fault, String message) {
        var place = fault.getLocation();
        String where =
                place == null || place.getLineNr() < 1
                        ? ""
                        : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
        return ProblemException.of(ProblemType.MALFORMED_JSON, prefix + message + where);
    }

    private static String message(JacksonException fault) {
        String original = fault.getOriginalMessage();
        return Excerpt.of(
                original == null
                        ? "unreadable"
                        : original.lines().findFirst().orElse("unreadable"));
    }

    private static String pointer(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? Integer.toString(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return Excerpt.of(pointer.toString());
    }

    private static List<String> sorted(@Nullable Collection<Object> names) {
        return names == null ? List.of() : names.stream().map(String::valueOf).sorted().toList();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .toList();
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return "a JSON value";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another value";
    }

    private static String got(@Nullable JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case null -> "nothing";
            default -> "something else";
        };
    }
}
