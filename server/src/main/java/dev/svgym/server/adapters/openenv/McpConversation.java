package dev.svgym.server.adapters.openenv;

import dev.svgym.server.adapters.Frame;
import dev.svgym.server.adapters.PythonText;
import dev.svgym.server.adapters.Session;
import dev.svgym.server.adapters.Sessions;
import dev.svgym.server.websocket.Conversation;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC by the messages of a WebSocket at {@code /mcp}, in a session of its own. */
final class McpConversation implements Conversation {

    private final Session session;
    private final Sessions sessions;
    private final McpDialect mcp;

    McpConversation(Session session, Sessions sessions, McpDialect mcp) {
        this.session = session;
        this.sessions = sessions;
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
        try {
            Frame frame = Frame.read(message);
            ObjectNode response =
                    frame.json() instanceof ObjectNode request
                            ? mcp.respond(session.environment(), request, session)
                            : JsonRpc.noRequest(
                                    JsonRpc.INVALID_REQUEST,
                                    "Invalid request: expected an object, got "
                                            + PythonText.type(frame.json()));
            return Reply.of(response.toString());
        } catch (Frame.NotJsonException e) {
            return Reply.of(
                    JsonRpc.noRequest(
                                    JsonRpc.PARSE_ERROR,
                                    "Parse error: " + e.fault().withPlace(message))
                            .toString());
        }
    }

    @Override
    public void end() {
        sessions.remove(session);
    }
}
