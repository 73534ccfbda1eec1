package dev.svgym.server.adapters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that is wrong with a message, in the form of the Python server's validation library.
 *
 * @param type its name for the kind of error
 * @param place names and positions from the outside in
 * @param input what came
 * @param context numbers that the message names; null where there are none
 */
public record PydanticError(
        String type,
        List<JsonNode> place,
        String message,
        JsonNode input,
        @Nullable ObjectNode context) {

    private static final String EXPLANATIONS = "https://errors.pydantic.dev/2.14/v/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public static PydanticError missing(JsonNode input, String... place) {
        return of("missing", "Field required", input, place);
    }

    public static PydanticError extra(JsonNode input, String... place) {
        return of("extra_forbidden", "Extra inputs are not permitted", input, place);
    }

    public static PydanticError notAnObject(JsonNode input, String... place) {
        return of("dict_type", "Input should be a valid dictionary", input, place);
    }

    public static PydanticError of(String type, String message, JsonNode input, String... place) {
        return new PydanticError(type, names(place), message, input, null);
    }

    public PydanticError with(ObjectNode named) {
        return new PydanticError(type, place, message, input, named);
    }

    /** A body that is not JSON; its place is a position. */
    public static PydanticError notJson(PythonJson.Fault fault) {
        return new PydanticError(
                "json_invalid",
                List.of(JSON.stringNode("body"), JSON.numberNode(fault.position())),
                "JSON decode error",
                JSON.objectNode(),
                JSON.objectNode().put("error", fault.message()));
    }

    /** With the address of an explanation, as the errors of messages and actions have it and those of bodies have not. */
    public static ArrayNode explained(List<PydanticError> errors) {
        ArrayNode list = JSON.arrayNode();
        errors.forEach(error -> list.add(error.json().put("url", EXPLANATIONS + error.type())));
        return list;
    }

    public static ArrayNode plain(List<PydanticError> errors) {
        ArrayNode list = JSON.arrayNode();
        errors.forEach(error -> list.add(error.json()));
        return list;
    }

    /** The errors as the text of one exception. */
    public static String text(String model, List<PydanticError> errors) {
        var text = new StringBuilder();
        text.append(errors.size())
                .append(errors.size() == 1 ? " validation error for " : " validation errors for ")
                .append(model);
        for (PydanticError error : errors) {
            text.append('\n')
                    .append(
                            String.join(
                                    ".", error.place().stream().map(JsonNode::asString).toList()))
                    .append("\n  ")
                    .append(error.message())
                    .append(
                            " [type=%s, input_value=%s, input_type=%s]"
                                    .formatted(
                                            error.type(),
                                            PythonText.brief(error.input()),
                                            PythonText.type(error.input())))
                    .append("\n    For further information visit ")
                    .append(EXPLANATIONS)
                    .append(error.type());
        }
        return text.toString();
    }

    private ObjectNode json() {
        ObjectNode json = JSON.objectNode().put("type", type);
        ArrayNode loc = json.putArray("loc");
        place.forEach(loc::add);
        json.put("msg", message);
        json.set("input", input);
        if (context != null) {
            json.set("ctx", context);
        }
        return json;
    }

    private static List<JsonNode> names(String... place) {
        return List.of(place).stream().<JsonNode>map(JSON::stringNode).toList();
    }
}
