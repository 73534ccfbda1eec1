package dev.svgym.server.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What one end of a WebSocket answers to the other's messages, one at a time. */
public interface Conversation {

    /** What is said before any message came; empty where the other end begins. */
    default Optional<Reply> greeting() {
        return Optional.empty();
    }

    /**
     * Whether a short message is answered in about a millisecond, and the end takes no longer. It is then heard on the
     * thread that reads many connections, else on a thread of its own.
     */
    boolean isBrief();

    /** The reply to a message; it may end the conversation. */
    Reply hear(String message);

    /** Whether nobody waits for this conversation any more, so that its WebSocket may be closed. */
    boolean isOver();

    /** The other end has gone. Called once, maybe while a message is heard. */
    void end();

    /**
     * A reply.
     *
     * @param text of the message that goes back, in UTF-8; nothing goes back where it is empty
     * @param last whether the WebSocket is closed behind it
     */
    record Reply(ByteBuffer text, boolean last) {

        public Reply {
            text = text.asReadOnlyBuffer();
        }

        /**
         * One that does not end the conversation.
         *
         * @param utf8 not changed any more
         */
        public static Reply of(byte[] utf8) {
            return new Reply(ByteBuffer.wrap(utf8), false);
        }

        /** One that does not end the conversation, with a question mark for half a surrogate pair. */
        public static Reply of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The last one, with a question mark for half a surrogate pair. */
        public static Reply last(String text) {
            return new Reply(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), true);
        }
    }
}
