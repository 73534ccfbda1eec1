package dev.svgym.server.adapters.mcp;

import dev.svgym.server.problems.ProblemException;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.Objects;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers what is asked about tools, which differ from rollout to rollout, and leaves all else to the SDK. */
final class ToolRequests implements McpStatelessServerHandler {

    /** Where the transport's context has the id of the rollout. */
    static final String ROLLOUT = "rollout";

    private final RolloutTools tools;
    private final McpStatelessServerHandler rest;
    private final JsonMapper json;

    ToolRequests(RolloutTools tools, McpStatelessServerHandler rest, JsonMapper json) {
        this.tools = tools;
        this.rest = rest;
        this.json = json;
    }

    @Override
    public Mono<JSONRPCResponse> handleRequest(
            McpTransportContext context, McpSchema.JSONRPCRequest request) {
        String rollout = (String) Objects.requireNonNull(context.get(ROLLOUT));
        return switch (request.method()) {
            case McpSchema.METHOD_TOOLS_LIST -> Mono.fromCallable(() -> list(rollout, request));
            case McpSchema.METHOD_TOOLS_CALL -> Mono.fromCallable(() -> call(rollout, request));
            default -> rest.handleRequest(context, request);
        };
    }

    @Override
    public Mono<Void> handleNotification(
            McpTransportContext context, McpSchema.JSONRPCNotification notification) {
        return rest.handleNotification(context, notification);
    }

    private JSONRPCResponse list(String rollout, McpSchema.JSONRPCRequest request) {
        try {
            return JSONRPCResponse.result(request.id(), tools.list(rollout));
        } catch (ProblemException problem) {
            return error(request, McpSchema.ErrorCodes.INVALID_PARAMS, problem.detail());
        }
    }

    private JSONRPCResponse call(String rollout, McpSchema.JSONRPCRequest request) {
        JsonNode params = json.valueToTree(request.params());
        JsonNode name = params.path("name");
        JsonNode arguments = params.path("arguments");
        if (!name.isString()) {
            return invalid(request, "expected the name of a tool in params.name");
        }
        if (arguments.isMissingNode() || arguments.isNull()) {
            arguments = JsonNodeFactory.instance.objectNode();
        }
        return arguments.isObject()
                ? JSONRPCResponse.result(
                        request.id(), tools.call(rollout, name.stringValue(), arguments))
                : invalid(request, "expected an object in params.arguments");
    }

    private static JSONRPCResponse invalid(McpSchema.JSONRPCRequest request, String why) {
        return error(request, McpSchema.ErrorCodes.INVALID_PARAMS, why);
    }

    private static JSONRPCResponse error(
            McpSchema.JSONRPCRequest request, int code, String message) {
        return JSONRPCResponse.error(request.id(), new JSONRPCError(code, message));
    }
}
