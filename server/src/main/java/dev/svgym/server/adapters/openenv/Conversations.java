package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Environment;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.Session.Protocol;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.rollouts.Ids;
import dev.svgym.server.websocket.Conversation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Begins conversations: each gets a session of its own, or the one that it asks for, or is refused. */
@Component
class Conversations {

    private final Sessions sessions;
    private final Steps steps;
    private final Observations observations;
    private final McpDialect mcp;
    private final Ids ids;

    Conversations(
            Sessions sessions, Steps steps, Observations observations, McpDialect mcp, Ids ids) {
        this.sessions = sessions;
        this.steps = steps;
        this.observations = observations;
        this.mcp = mcp;
        this.ids = ids;
    }

    /** A conversation that never began: it says why and ends. */
    private record Refusal(String text) implements Conversation {

        @Override
        public Optional<Reply> greeting() {
            return Optional.of(Reply.last(text));
        }

        @Override
        public boolean isBrief() {
            return true;
        }

        @Override
        public Reply hear(String message) {
            return Reply.last(text);
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public void end() {}
    }

    /**
     * Resets and steps.
     *
     * @param wanted key of the session to attach to; null for a new one
     */
    Conversation steps(Environment environment, @Nullable String wanted) {
        return wanted == null ? own(environment) : attached(environment, wanted);
    }

    /** JSON-RPC. */
    Conversation mcp(Environment environment) {
        try {
            Session session = open(environment);
            return new McpConversation(session, sessions, mcp);
        } catch (Sessions.FullException full) {
            return refusal(McpDialect.full(JsonNodeFactory.instance.nullNode(), full).toString());
        }
    }

    /** The refusal of an environment that is not there. */
    static Conversation unknown(String name, boolean mcp) {
        String message = "Environment factory '%s' failed to create instance.".formatted(name);
        return refusal(
                mcp
                        ? JsonRpc.error(
                                        JsonNodeFactory.instance.nullNode(),
                                        JsonRpc.SERVER_ERROR,
                                        message,
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("factory_name", name))
                                .toString()
                        : StepConversation.noFactory(name, message));
    }

    private Conversation own(Environment environment) {
        try {
            return stepping(open(environment), true);
        } catch (Sessions.FullException full) {
            return refusal(StepConversation.full(full));
        }
    }

    private Conversation attached(Environment environment, String wanted) {
        Optional<Session> found =
                sessions.find(wanted, Protocol.OPENENV)
                        .filter(session -> session.serves(environment));
        if (found.isEmpty()) {
            return refusal(
                    StepConversation.errorMessage(
                            "SESSION_ERROR", "Unknown session_id: " + wanted));
        }
        return sessions.attach(found.get())
                ? stepping(found.get(), false)
                : refusal(
                        StepConversation.errorMessage(
                                "SESSION_ERROR",
                                "Session %s already has an attached WebSocket".formatted(wanted)));
    }

    private Session open(Environment environment) throws Sessions.FullException {
        Session session = sessions.open(ids.next(), Protocol.OPENENV, environment);
        sessions.attach(session);
        return session;
    }

    private Conversation stepping(Session session, boolean owned) {
        return new StepConversation(session, owned, sessions, steps, observations, mcp);
    }

    private static Conversation refusal(String text) {
        return new Refusal(text);
    }
}
