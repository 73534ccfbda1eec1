package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Environment;
import dev.svgym.environment.Tool;
import dev.svgym.server.adapters.CalledTool;
import dev.svgym.server.adapters.Episode;
import dev.svgym.server.adapters.OfferedTools;
import dev.svgym.server.adapters.PydanticError;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.Session.Protocol;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.rollouts.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON-RPC methods that OpenEnv calls MCP: tools, and sessions that outlive a request. It is not the protocol of that
 * name: there is no handshake.
 */
@Component
class McpDialect {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Sessions sessions;
    private final Observations observations;
    private final Ids ids;

    McpDialect(Sessions sessions, Observations observations, Ids ids) {
        this.sessions = sessions;
        this.observations = observations;
        this.ids = ids;
    }

    /**
     * The response to an object that should be a request.
     *
     * @param held the session of the WebSocket that it came by; null where it came by HTTP
     */
    ObjectNode respond(Environment environment, ObjectNode request, @Nullable Session held) {
        List<PydanticError> errors = JsonRpc.errors(request);
        if (!errors.isEmpty()) {
            return JsonRpc.noRequest(
                    JsonRpc.INVALID_REQUEST,
                    "Invalid request: " + PydanticError.text("JsonRpcRequest", errors));
        }
        JsonRpc call = JsonRpc.of(request);
        try {
            return switch (call.method()) {
                case "openenv/session/create" -> create(environment, call, held);
                case "openenv/session/close" -> close(call, held);
                case "tools/list", "tools/call" -> withEpisode(environment, call, held);
                default ->
                        call.error(JsonRpc.METHOD_NOT_FOUND, "Method not found: " + call.method());
            };
        } catch (ProblemException problem) {
            return call.error(JsonRpc.INTERNAL_ERROR, problem.detail());
        }
    }

    private ObjectNode create(Environment environment, JsonRpc call, @Nullable Session held) {
        if (held != null) {
            return call.success(JSON.objectNode().put("session_id", held.key()));
        }
        try {
            Session session = sessions.open(ids.next(), Protocol.OPENENV, environment);
            return call.success(JSON.objectNode().put("session_id", session.key()));
        } catch (Sessions.FullException full) {
            return full(call.id(), full);
        }
    }

    /** The refusal of one more session. */
    static ObjectNode full(JsonNode id, Sessions.FullException full) {
        return JsonRpc.error(
                id,
                JsonRpc.SERVER_ERROR,
                full.text(),
                JSON.objectNode()
                        .put("active_sessions", full.active())
                        .put("max_sessions", full.most()));
    }

    private ObjectNode close(JsonRpc call, @Nullable Session held) {
        String wanted = call.params().path("session_id").asString("");
        if (wanted.isEmpty()) {
            return call.error(JsonRpc.INVALID_PARAMS, "Invalid params - 'session_id' is required");
        }
        if (held != null && held.key().equals(wanted)) {
            return call.error(
                    JsonRpc.INVALID_REQUEST,
                    "Cannot close active WebSocket-managed session via MCP method");
        }
        return switch (sessions.close(wanted, Protocol.OPENENV)) {
            case UNKNOWN -> call.error(JsonRpc.INVALID_PARAMS, "Unknown session_id: " + wanted);
            case CLOSED ->
                    call.success(JSON.objectNode().put("session_id", wanted).put("closed", true));
            case LATER ->
                    call.success(
                            JSON.objectNode()
                                    .put("session_id", wanted)
                                    .put("closed", false)
                                    .put("closing", true));
        };
    }

    private ObjectNode withEpisode(Environment environment, JsonRpc call, @Nullable Session held) {
        if (held != null) {
            return tools(call, held.episode());
        }
        String wanted = call.params().path("session_id").asString("");
        if (!wanted.isEmpty()) {
            Optional<Session> session =
                    sessions.find(wanted, Protocol.OPENENV)
                            .filter(found -> found.serves(environment));
            return session.map(found -> tools(call, found.episode()))
                    .orElseGet(() ->
                            call.error(JsonRpc.INVALID_PARAMS, "Unknown session_id: " + wanted));
        }
        Episode once = sessions.episode(environment);
        try {
            return tools(call, once);
        } finally {
            once.close();
        }
    }

    private ObjectNode tools(JsonRpc call, Episode episode) {
        if (call.method().equals("tools/list")) {
            ObjectNode result = JSON.objectNode();
            result.set("tools", list(OfferedTools.of(episode).all()));
            return call.success(result);
        }
        String name = call.params().path("name").asString("");
        if (name.isEmpty()) {
            return call.error(JsonRpc.INVALID_PARAMS, "Missing 'name' in params");
        }
        JsonNode arguments = call.params().path("arguments");
        if (!arguments.isMissingNode() && !arguments.isNull() && !arguments.isObject()) {
            return call.error(JsonRpc.INVALID_PARAMS, "'arguments' must be an object");
        }
        CalledTool called =
                CalledTool.call(
                        episode,
                        name,
                        arguments instanceof ObjectNode given ? given : JSON.objectNode());
        return called.fault() == null || called.isLast()
                ? call.success(observations.toolResult(called))
                : call.error(JsonRpc.INTERNAL_ERROR, called.message());
    }

    private static ArrayNode list(List<Tool> tools) {
        ArrayNode list = JSON.arrayNode();
        for (Tool tool : tools) {
            list.addObject()
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .set("inputSchema", tool.parameters());
        }
        return list;
    }
}
