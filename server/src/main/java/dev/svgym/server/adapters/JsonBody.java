package dev.svgym.server.adapters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a request, read field by field; everything that is wrong is told at once, with status 422 and in the words
 * of the Python servers. Not thread-safe.
 */
public final class JsonBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BODY = "body";

    private final Frame frame;
    private final ObjectNode object;
    private final List<PydanticError> errors = new ArrayList<>();

    private JsonBody(Frame frame, ObjectNode object) {
        this.frame = frame;
        this.object = object;
    }

    /** A body that must be there. */
    public static JsonBody of(byte @Nullable [] body) {
        if (isEmpty(body)) {
            throw refusal(List.of(PydanticError.missing(JSON.nullNode(), BODY)));
        }
        return read(new String(body, StandardCharsets.UTF_8));
    }

    /** A body that may be left out. */
    public static JsonBody orEmpty(byte @Nullable [] body) {
        return isEmpty(body) ? read("{}") : read(new String(body, StandardCharsets.UTF_8));
    }

    private static boolean isEmpty(byte @Nullable [] body) {
        return body == null || body.length == 0;
    }

    private static JsonBody read(String text) {
        Frame frame;
        try {
            frame = Frame.read(text);
        } catch (Frame.NotJsonException e) {
            throw refusal(List.of(PydanticError.notJson(e.fault())));
        }
        if (frame.json() instanceof ObjectNode object) {
            return new JsonBody(frame, object);
        }
        throw refusal(
                List.of(
                        PydanticError.of(
                                "model_attributes_type",
                                "Input should be a valid dictionary or object to extract fields from",
                                frame.json(),
                                BODY)));
    }

    public ObjectNode object() {
        return object;
    }

    /** Whether it is strict JSON. */
    public boolean strict() {
        return frame.strict();
    }

    /** The text of a field, as it was written. */
    public String written(String field) {
        return frame.written(field);
    }

    /** An object; empty where something is wrong with it. */
    public ObjectNode objectField(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            errors.add(PydanticError.missing(object, BODY, name));
        } else if (!value.isObject()) {
            errors.add(PydanticError.notAnObject(value, BODY, name));
        }
        return value instanceof ObjectNode found ? found : JSON.objectNode();
    }

    /** A text; empty where something is wrong with it. */
    public String text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            errors.add(PydanticError.missing(object, BODY, name));
            return "";
        }
        return value.isString() ? value.stringValue() : notText(value, name);
    }

    /** A text of at most so many characters, or null. */
    public @Nullable String optionalText(String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isString() && value.stringValue().length() > longest) {
            errors.add(
                    PydanticError.of(
                                    "string_too_long",
                                    "String should have at most %d characters".formatted(longest),
                                    value,
                                    BODY,
                                    name)
                            .with(JSON.objectNode().put("max_length", longest)));
        }
        return value.isString() ? value.stringValue() : notText(value, name);
    }

    /** A whole number; 0 where something is wrong with it. */
    public long integer(String name) {
        if (object.path(name).isMissingNode()) {
            errors.add(PydanticError.missing(object, BODY, name));
            return 0;
        }
        Long value = read(name, object.path(name));
        return value == null ? 0 : value;
    }

    /** A whole number, or null. */
    public @Nullable Long optionalInteger(String name) {
        JsonNode value = object.path(name);
        return value.isMissingNode() || value.isNull() ? null : read(name, value);
    }

    /** Requires a whole number that is there not to be negative. */
    public void notNegative(String name) {
        JsonNode value = object.path(name);
        if (value.isIntegralNumber() && value.bigIntegerValue().signum() < 0) {
            errors.add(
                    PydanticError.of(
                                    "greater_than_equal",
                                    "Input should be greater than or equal to 0",
                                    value,
                                    BODY,
                                    name)
                            .with(JSON.objectNode().put("ge", 0)));
        }
    }

    /** Requires a number that is there to be more than 0. */
    public void positive(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isNumber()) {
            errors.add(
                    PydanticError.of(
                            "float_type", "Input should be a valid number", value, BODY, name));
        } else if (!(value.doubleValue() > 0)) {
            errors.add(
                    PydanticError.of(
                                    "greater_than",
                                    "Input should be greater than 0",
                                    value,
                                    BODY,
                                    name)
                            .with(JSON.objectNode().put("gt", 0.0)));
        }
    }

    /** Refuses every field but these. */
    public void only(String... names) {
        object.properties().stream()
                .filter(field -> !List.of(names).contains(field.getKey()))
                .forEach(field ->
                        errors.add(PydanticError.extra(field.getValue(), BODY, field.getKey())));
    }

    /** Ends the request where anything is wrong. */
    public void check() {
        if (!errors.isEmpty()) {
            throw refusal(errors);
        }
    }

    private String notText(JsonNode value, String name) {
        errors.add(
                PydanticError.of(
                        "string_type", "Input should be a valid string", value, BODY, name));
        return "";
    }

    private @Nullable Long read(String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            // More than any index of any split: nothing is lost by the bound.
            return value.canConvertToLong()
                    ? value.longValue()
                    : value.bigIntegerValue().signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        errors.add(
                value.isString()
                        ? PydanticError.of(
                                "int_parsing",
                                "Input should be a valid integer, unable to parse string as an integer",
                                value,
                                BODY,
                                name)
                        : value.isNumber()
                                ? PydanticError.of(
                                        "int_from_float",
                                        "Input should be a valid integer, got a number with a fractional part",
                                        value,
                                        BODY,
                                        name)
                                : PydanticError.of(
                                        "int_type",
                                        "Input should be a valid integer",
                                        value,
                                        BODY,
                                        name));
        return null;
    }

    private static DetailException refusal(List<PydanticError> errors) {
        return new DetailException(422, PydanticError.plain(errors));
    }
}
