package dev.svgym.server.adapters.openenv;

/** What one end of a WebSocket answers to the other's messages, one at a time. */
interface Conversation {

    /** The reply to a message; it may end the conversation. */
    Reply hear(String message);

    /** The other end has gone. */
    void end();

    /**
     * A reply.
     *
     * @param text of the message that goes back; nothing goes back where it is empty
     * @param last whether the socket is closed behind it
     */
    record Reply(String text, boolean last) {

        static Reply of(String text) {
            return new Reply(text, false);
        }

        static Reply last(String text) {
            return new Reply(text, true);
        }
    }

    /** A conversation that never began: it says why and ends. */
    record Refusal(String text) implements Conversation {

        @Override
        public Reply hear(String message) {
            return Reply.last(text);
        }

        @Override
        public void end() {}
    }
}
