package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Environment;
import dev.svgym.server.adapters.Frame;
import dev.svgym.server.adapters.PydanticError;
import dev.svgym.server.adapters.PythonText;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.Trace;
import dev.svgym.server.websocket.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Resets, steps and the state of one session, by the messages of {@code /ws}. No error ends it. */
final class StepConversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(StepConversation.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Session session;
    private final boolean owned;
    private final Sessions sessions;
    private final Steps steps;
    private final Observations observations;
    private final McpDialect mcp;

    /**
     * @param owned whether the session ends with the socket
     */
    StepConversation(
            Session session,
            boolean owned,
            Sessions sessions,
            Steps steps,
            Observations observations,
            McpDialect mcp) {
        this.session = session;
        this.owned = owned;
        this.sessions = sessions;
        this.steps = steps;
        this.observations = observations;
        this.mcp = mcp;
    }

    @Override
    public boolean isBrief() {
        return session.environment().isBrief();
    }

    @Override
    public boolean isOver() {
        return !sessions.contains(session);
    }

    @Override
    public Reply hear(String message) {
        sessions.find(session.key(), session.protocol());
        Frame frame;
        try {
            frame = Frame.read(message);
        } catch (Frame.NotJsonException e) {
            return error("INVALID_JSON", "Invalid JSON: " + e.fault().withPlace(message));
        }
        if (!(frame.json() instanceof ObjectNode object)) {
            return error(
                    "SESSION_ERROR",
                    "'%s' object has no attribute 'get'".formatted(PythonText.type(frame.json())));
        }
        try {
            return answer(frame, object);
        } catch (Steps.RefusedException refused) {
            return invalid(refused.errors());
        } catch (ProblemException problem) {
            return error("EXECUTION_ERROR", problem.detail());
        } catch (RuntimeException fault) {
            LOG.error("a message failed: {}", Trace.of(fault));
            return error("EXECUTION_ERROR", "this server failed; its log says why");
        }
    }

    @Override
    public void end() {
        if (owned) {
            sessions.remove(session);
        } else {
            sessions.detach(session);
        }
    }

    private Reply answer(Frame frame, ObjectNode message) throws Steps.RefusedException {
        String type = type(message);
        return switch (type) {
            case "reset" -> {
                ObjectNode data = data(message, false);
                yield reply("observation", steps.reset(session.episode(), data));
            }
            case "step" -> {
                ObjectNode data = data(message, true);
                yield reply(
                        "observation",
                        steps.step(
                                session.episode(),
                                data,
                                frame.strict(),
                                () -> frame.written("data")));
            }
            case "state" -> {
                require(extra(message, "type"));
                yield reply("state", observations.state(session.episode()));
            }
            case "mcp" -> {
                ObjectNode data = data(message, true);
                yield reply("mcp", mcp.respond(environment(), data, session));
            }
            case "close" -> {
                require(extra(message, "type"));
                yield Reply.last("");
            }
            default -> error("UNKNOWN_TYPE", "Unknown message type: " + type);
        };
    }

    private Environment environment() {
        return session.environment();
    }

    private static String type(ObjectNode message) {
        JsonNode type = message.path("type");
        return type.isMissingNode()
                ? ""
                : type.isString() ? type.stringValue() : PythonText.of(type);
    }

    private static ObjectNode data(ObjectNode message, boolean needed)
            throws Steps.RefusedException {
        List<PydanticError> errors = new ArrayList<>();
        JsonNode data = message.path("data");
        if (data.isMissingNode() && needed) {
            errors.add(PydanticError.missing(message, "data"));
        } else if (!data.isMissingNode() && !data.isObject()) {
            errors.add(PydanticError.notAnObject(data, "data"));
        }
        errors.addAll(extra(message, "type", "data"));
        require(errors);
        return data instanceof ObjectNode object ? object : JSON.objectNode();
    }

    private static List<PydanticError> extra(ObjectNode message, String... known) {
        return message.properties().stream()
                .filter(field -> !List.of(known).contains(field.getKey()))
                .map(field -> PydanticError.extra(field.getValue(), field.getKey()))
                .toList();
    }

    private static void require(List<PydanticError> errors) throws Steps.RefusedException {
        if (!errors.isEmpty()) {
            throw new Steps.RefusedException(errors);
        }
    }

    private static Reply invalid(List<PydanticError> errors) {
        ObjectNode data =
                JSON.objectNode().put("message", "Invalid message").put("code", "VALIDATION_ERROR");
        data.set("errors", PydanticError.explained(errors));
        return reply("error", data);
    }

    private static Reply error(String code, String message) {
        return Reply.of(errorMessage(code, message));
    }

    static String errorMessage(String code, String message) {
        return response("error", JSON.objectNode().put("message", message).put("code", code));
    }

    /** The refusal of an environment that is not there. */
    static String noFactory(String name, String message) {
        return response(
                "error",
                JSON.objectNode()
                        .put("message", message)
                        .put("code", "FACTORY_ERROR")
                        .put("factory_name", name));
    }

    /** The refusal of one more session. */
    static String full(Sessions.FullException full) {
        return response(
                "error",
                JSON.objectNode()
                        .put("message", full.text())
                        .put("code", "CAPACITY_REACHED")
                        .put("active_sessions", full.active())
                        .put("max_sessions", full.most()));
    }

    /** In bytes at once, where no surrogate stands alone: what an agent says may come back. */
    private static Reply reply(String type, ObjectNode data) {
        ObjectNode response = whole(type, data);
        try {
            return Reply.of(JsonMapper.shared().writeValueAsBytes(response));
        } catch (JacksonException halfOfAPair) {
            return Reply.of(response.toString());
        }
    }

    private static String response(String type, ObjectNode data) {
        return whole(type, data).toString();
    }

    private static ObjectNode whole(String type, ObjectNode data) {
        ObjectNode response = JSON.objectNode().put("type", type);
        response.set("data", data);
        return response;
    }
}
