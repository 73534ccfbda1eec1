package dev.svgym.server.adapters.openenv;

import dev.svgym.server.adapters.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One WebSocket. Whoever reads it only puts messages aside, so that pings are answered while a message is worked on; a
 * virtual thread answers them in turn and is there only while there are any.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** Messages that may wait; clients of this protocol send one and await its reply. */
    private static final int MOST_WAITING = 8;

    private final WebSocketSession socket;
    private final Conversation conversation;
    private final @Nullable Session session;
    private final int longest;
    private final Deque<String> waiting = new ArrayDeque<>();
    private @Nullable StringBuilder partial;
    private boolean working;
    private boolean over;
    private volatile boolean pinged;

    /**
     * @param longest most characters of a message
     */
    Connection(WebSocketSession socket, Conversations.Begun begun, int longest) {
        this.socket = socket;
        this.conversation = begun.conversation();
        this.session = begun.session();
        this.longest = longest;
    }

    /** Null where the conversation was refused. */
    @Nullable Session session() {
        return session;
    }

    /** Says why nothing was begun, and hangs up. */
    void refuse() {
        work(() -> reply(conversation.hear("")));
    }

    /** Takes a part of a message; the last part makes it whole. Called by one thread at a time. */
    void take(String part, boolean last) {
        StringBuilder before = partial;
        int length = part.length() + (before == null ? 0 : before.length());
        if (length > longest) {
            close(CloseStatus.TOO_BIG_TO_PROCESS);
            return;
        }
        if (!last) {
            partial = (before == null ? new StringBuilder() : before).append(part);
            return;
        }
        partial = null;
        put(before == null ? part : before.append(part).toString());
    }

    /**
     * Asks whether the other end is still there.
     *
     * @return false where it has not answered since it was asked last, and the socket is given up
     */
    boolean ping() {
        if (pinged) {
            LOG.debug("a WebSocket no longer answers");
            close(CloseStatus.SESSION_NOT_RELIABLE);
            return false;
        }
        pinged = true;
        work(() -> {
            try {
                socket.sendMessage(new PingMessage());
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("a WebSocket cannot be pinged: {}", gone.getMessage());
            }
        });
        return true;
    }

    void ponged() {
        pinged = false;
    }

    /** Hangs up. The place of its session is free at once, however long the other end takes to notice. */
    void close(CloseStatus status) {
        end();
        work(() -> {
            try {
                socket.close(status);
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("a WebSocket cannot be closed: {}", gone.getMessage());
            }
        });
    }

    /** The socket is closed, or as good as. */
    void end() {
        synchronized (waiting) {
            if (over) {
                return;
            }
            over = true;
            waiting.clear();
            waiting.notifyAll();
        }
        conversation.end();
    }

    private void put(String message) {
        synchronized (waiting) {
            while (waiting.size() >= MOST_WAITING && !over) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            if (over) {
                return;
            }
            waiting.addLast(message);
            if (working) {
                return;
            }
            working = true;
        }
        work(this::drain);
    }

    private void drain() {
        while (true) {
            String message;
            synchronized (waiting) {
                message = waiting.pollFirst();
                if (message == null) {
                    working = false;
                    return;
                }
                waiting.notifyAll();
            }
            reply(conversation.hear(message));
        }
    }

    private void reply(Conversation.Reply reply) {
        try {
            if (!reply.text().isEmpty()) {
                socket.sendMessage(new TextMessage(reply.text()));
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("nobody to reply to: {}", gone.getMessage());
        }
        if (reply.last()) {
            close(CloseStatus.NORMAL);
        }
    }

    private static void work(Runnable task) {
        Thread.ofVirtual().name("openenv").start(task);
    }
}
