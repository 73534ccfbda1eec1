package dev.svgym.server.adapters.ors;

import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.server.adapters.CalledTool;
import dev.svgym.server.adapters.DetailException;
import dev.svgym.server.adapters.Episode;
import dev.svgym.server.adapters.Reset;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.Session.Protocol;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.adapters.VerdictFields;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sessions by the id in a header, and what their tool calls give. */
@Component
class OrsSessions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_ID = 255;

    private final Sessions sessions;
    private final VerdictFields verdicts;

    OrsSessions(Sessions sessions, VerdictFields verdicts) {
        this.sessions = sessions;
        this.verdicts = verdicts;
    }

    /** The id that a request carries. */
    static String id(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_ID) {
            throw new DetailException(400, "X-Session-ID header is required");
        }
        return header.strip();
    }

    void create(String id, Environment environment, Reset reset) {
        Session session;
        try {
            session = sessions.open(key(id), Protocol.ORS, environment);
        } catch (Sessions.FullException full) {
            throw new DetailException(503, full.text());
        } catch (IllegalArgumentException taken) {
            throw new DetailException(400, "Session already exists");
        }
        try {
            session.episode().reset(reset);
        } catch (RuntimeException refused) {
            sessions.remove(session);
            throw refused;
        }
    }

    Optional<Session> find(@Nullable String header) {
        return header == null ? Optional.empty() : sessions.find(key(header.strip()), Protocol.ORS);
    }

    Session get(String id) {
        return find(id).orElseThrow(() -> new DetailException(404, "Active environment not found"));
    }

    void delete(String id) {
        sessions.close(key(id), Protocol.ORS);
    }

    /** The task of a session. */
    ArrayNode prompt(String id) {
        return blocks(Episode.prompt(attempt(get(id)).task()));
    }

    /** The task of a session as a conversation. */
    ArrayNode messages(String id) {
        ArrayNode messages = JSON.arrayNode();
        attempt(get(id))
                .task()
                .messages()
                .forEach(message ->
                        messages.addObject()
                                .put("role", message.role())
                                .putNull("detail")
                                .set("blocks", blocks(message.content())));
        return messages;
    }

    /** Makes a call; the result is JSON. */
    String call(Session session, String tool, ObjectNode input) {
        CalledTool call;
        try {
            call = CalledTool.call(session.episode(), tool, input);
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.ROLLOUT_ENDED) {
                return error(problem.detail(), "episode_finished").toString();
            }
            throw problem;
        }
        ShownVerdict verdict = call.reply() == null ? null : call.reply().verdict();
        if (verdict != null) {
            return success(
                            VerdictFields.line(verdict),
                            verdicts.of(verdict),
                            verdict.reward(),
                            true)
                    .toString();
        }
        return (switch (call.fault()) {
                    case null -> success(call.content(), observed(call), null, false);
                    case NOT_FOUND -> error(call.message(), "not_found");
                    case INVALID_ARGUMENTS -> error(call.message(), "input_validation");
                })
                .toString();
    }

    private ObjectNode observed(CalledTool call) {
        ObjectNode shown = verdicts.shown(call);
        shown.remove("content");
        return shown;
    }

    private static ObjectNode success(
            String text, JsonNode metadata, @Nullable Double reward, boolean finished) {
        ObjectNode success = JSON.objectNode().put("ok", true);
        ObjectNode output = success.putObject("output");
        output.set("blocks", blocks(text));
        output.set("metadata", metadata.isEmpty() ? JSON.nullNode() : metadata);
        output.put("reward", reward).put("finished", finished);
        return success;
    }

    private static ObjectNode error(String message, String reason) {
        return JSON.objectNode().put("ok", false).put("error", message).put("reason", reason);
    }

    private static ArrayNode blocks(String text) {
        ArrayNode blocks = JSON.arrayNode();
        blocks.addObject().put("text", text).putNull("detail").put("type", "text");
        return blocks;
    }

    private static Episode.Attempt attempt(Session session) {
        return session.episode()
                .attempt()
                .orElseThrow(() -> new DetailException(404, "Active environment not found"));
    }

    private static String key(String id) {
        return "ors " + id;
    }

    /** What {@code /create} asks for: a task by itself, or its place in a split. */
    static Reset reset(
            EnvironmentCard card,
            @Nullable JsonNode spec,
            @Nullable String split,
            @Nullable Long index) {
        if (spec != null) {
            return Reset.of(card, spec);
        }
        return Reset.of(card, JSON.objectNode().put("split", split).put("index", index));
    }
}
