package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.Environment;
import dev.svgym.server.adapters.AdapterSettings;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.environments.EnvironmentCatalogue;
import dev.svgym.server.problems.ProblemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** All open WebSockets. Messages come in parts, so that a socket that waits needs no room for a long one. */
@Component
class Sockets implements WebSocketHandler {

    /** Attributes that the handshake leaves. */
    static final String ENVIRONMENT = "environment";

    static final String KIND = "kind";
    static final String WANTED = "session_id";

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    private final Conversations conversations;
    private final EnvironmentCatalogue catalogue;
    private final Sessions sessions;
    private final AdapterSettings settings;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    Sockets(
            Conversations conversations,
            EnvironmentCatalogue catalogue,
            Sessions sessions,
            AdapterSettings settings) {
        this.conversations = conversations;
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** What a socket is for. */
    enum Kind {
        STEPS,
        MCP
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        Map<String, Object> attributes = socket.getAttributes();
        Conversations.Begun begun = begin(attributes);
        int longest = (int) Math.min(settings.maxMessage().toBytes(), Integer.MAX_VALUE - 64);
        var connection = new Connection(socket, begun, longest);
        connections.put(socket.getId(), connection);
        if (connection.session() == null) {
            connection.refuse();
        }
    }

    /** A client that asks for an environment that is not there learns of it by its first message, as upstream has it. */
    private Conversations.Begun begin(Map<String, Object> attributes) {
        boolean mcp = attributes.get(KIND) == Kind.MCP;
        String name = String.valueOf(attributes.get(ENVIRONMENT));
        Environment environment;
        try {
            environment = catalogue.get(name);
        } catch (ProblemException unknown) {
            return Conversations.unknown(name, mcp);
        }
        return mcp
                ? conversations.mcp(environment)
                : conversations.steps(environment, (String) attributes.get(WANTED));
    }

    @Override
    public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) {
        Connection connection = connections.get(socket.getId());
        if (connection == null) {
            return;
        }
        switch (message) {
            case TextMessage text -> connection.take(text.getPayload(), text.isLast());
            case PongMessage _ -> connection.ponged();
            default -> connection.close(CloseStatus.NOT_ACCEPTABLE);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable fault) {
        LOG.debug("a WebSocket failed: {}", fault.getMessage());
        end(socket);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        end(socket);
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    /** Pings every socket, and hangs up on those that do not answer or whose session was reaped. */
    @Scheduled(fixedDelayString = "${svgym.adapters.ping-interval:20s}")
    void ping() {
        connections.values().removeIf(connection -> !isAlive(connection));
    }

    private boolean isAlive(Connection connection) {
        Session session = connection.session();
        if (session != null && !sessions.contains(session)) {
            connection.close(CloseStatus.NORMAL);
            return false;
        }
        return connection.ping();
    }

    private void end(WebSocketSession socket) {
        @Nullable Connection connection = connections.remove(socket.getId());
        if (connection != null) {
            connection.end();
        }
    }
}
