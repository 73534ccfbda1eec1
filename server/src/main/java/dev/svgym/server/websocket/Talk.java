package dev.svgym.server.websocket;

import dev.svgym.server.websocket.Conversation.Reply;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hears the messages of a connection: its loop what is brief, one virtual thread at a time the rest. On the thread of
 * the loop.
 */
final class Talk {

    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    /** Most characters of a message that is heard on the loop. */
    private static final int SHORT = 16 * 1024;

    private final Loop loop;
    private final Conversation conversation;
    private final Inbox inbox = new Inbox();
    private boolean ended;

    Talk(Loop loop, Conversation conversation) {
        this.loop = loop;
        this.conversation = conversation;
    }

    Optional<Reply> greeting() {
        return conversation.greeting();
    }

    /** Whether nothing waits and nothing is heard. */
    boolean isIdle() {
        return inbox.isIdle();
    }

    /** Whether no more may wait. */
    boolean isFull() {
        return inbox.isFull();
    }

    boolean isOver() {
        return conversation.isOver();
    }

    void take(String message, Connection from) {
        if (inbox.isIdle() && conversation.isBrief() && message.length() <= SHORT) {
            loop.guard(from, () -> from.answer(hear(message)));
            return;
        }
        inbox.put(message);
        hearNext(from);
    }

    /** Ends the conversation; its place is free at once, however long the other end takes to notice. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        inbox.clear();
        if (conversation.isBrief()) {
            endConversation();
        } else {
            Thread.ofVirtual().name("websocket-end").start(this::endConversation);
        }
    }

    private void hearNext(Connection from) {
        String message = inbox.next();
        if (message != null) {
            Thread.ofVirtual()
                    .name("websocket")
                    .start(() -> {
                        var reply = hear(message);
                        loop.execute(() ->
                                loop.guard(
                                        from,
                                        () -> {
                                            inbox.heard();
                                            from.answer(reply);
                                            hearNext(from);
                                            from.goOn();
                                        }));
                    });
        }
    }

    /** Empty where it failed. */
    private Optional<Reply> hear(String message) {
        try {
            return Optional.of(conversation.hear(message));
        } catch (RuntimeException | Error fault) {
            LOG.error("a message of a WebSocket failed", fault);
            return Optional.empty();
        }
    }

    private void endConversation() {
        try {
            conversation.end();
        } catch (RuntimeException | Error fault) {
            LOG.error("the end of a WebSocket failed", fault);
        }
    }
}
