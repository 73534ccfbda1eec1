package dev.svgym.server.adapters.openenv;

import dev.svgym.server.adapters.PydanticError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON-RPC request that has the form of one.
 *
 * @param id a string, a number or null
 */
record JsonRpc(JsonNode id, String method, ObjectNode params) {

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;
    static final int SERVER_ERROR = -32000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("jsonrpc", "method", "params", "id");

    /** What is wrong with an object as a request; nothing where it is one. */
    static List<PydanticError> errors(ObjectNode request) {
        List<PydanticError> errors = new ArrayList<>();
        JsonNode version = request.path("jsonrpc");
        if (version.isMissingNode()) {
            errors.add(PydanticError.missing(request, "jsonrpc"));
        } else if (!version.asString("").equals("2.0") || !version.isString()) {
            errors.add(
                    PydanticError.of("literal_error", "Input should be '2.0'", version, "jsonrpc"));
        }
        JsonNode method = request.path("method");
        if (method.isMissingNode()) {
            errors.add(PydanticError.missing(request, "method"));
        } else if (!method.isString()) {
            errors.add(
                    PydanticError.of(
                            "string_type", "Input should be a valid string", method, "method"));
        }
        JsonNode params = request.path("params");
        if (!params.isMissingNode() && !params.isObject()) {
            errors.add(PydanticError.notAnObject(params, "params"));
        }
        JsonNode id = request.path("id");
        if (!id.isMissingNode() && !id.isNull() && !id.isString() && !id.isIntegralNumber()) {
            errors.add(PydanticError.of("string_type", "Input should be a valid string", id, "id"));
        }
        request.properties().stream()
                .filter(field -> !NAMES.contains(field.getKey()))
                .forEach(
                        field -> errors.add(PydanticError.extra(field.getValue(), field.getKey())));
        return errors;
    }

    /** A request without {@link #errors}. */
    static JsonRpc of(ObjectNode request) {
        JsonNode id = request.path("id");
        return new JsonRpc(
                id.isMissingNode() ? JSON.nullNode() : id,
                request.path("method").stringValue(),
                request.path("params") instanceof ObjectNode params ? params : JSON.objectNode());
    }

    ObjectNode success(JsonNode result) {
        ObjectNode response = envelope(id);
        response.set("result", result);
        return response;
    }

    ObjectNode error(int code, String message) {
        return error(id, code, message, null);
    }

    static ObjectNode error(JsonNode id, int code, String message, @Nullable ObjectNode data) {
        ObjectNode response = envelope(id);
        response.putObject("error")
                .put("code", code)
                .put("message", message)
                .set("data", data == null ? JSON.nullNode() : data);
        return response;
    }

    /** An error of something that is no request. */
    static ObjectNode noRequest(int code, String message) {
        return error(JSON.nullNode(), code, message, null);
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode response = JSON.objectNode().put("jsonrpc", "2.0");
        response.set("id", id);
        return response;
    }
}
