package dev.svgym.server.websocket;

import dev.svgym.server.websocket.Conversation.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket. Its loop reads it, answers pings, and hears what is brief; one virtual thread at a time hears the rest.
 * While the other end does not take what it is sent, or has sent more than may wait, it is not read.
 */
final class Connection implements FrameReader.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** Most characters of a message that is heard on the loop. */
    private static final int SHORT = 16 * 1024;

    /** Messages that are heard on the loop before others have their turn. */
    private static final int TURN = 8;

    private final Loop loop;
    private final Wire wire;
    private final Conversation conversation;
    private final FrameReader reader;
    private final Outbox outbox;
    private final Inbox inbox = new Inbox();
    private @Nullable SelectionKey key;

    /** What was read but is not taken yet. */
    private byte @Nullable [] rest;

    private byte @Nullable [] pong;
    private State state = State.OPEN;
    private int turn;
    private boolean over;
    private boolean unreadable;
    private boolean pinged;
    private boolean leaving;

    private enum State {
        OPEN,
        /** A close frame is on its way or has gone out. */
        CLOSING,
        /** Both ends have said that they close; what is on its way still goes out. */
        HANGING_UP,
        CLOSED
    }

    /**
     * @param begun bytes that came behind the handshake
     * @param longest most bytes of a message
     */
    Connection(Loop loop, Wire wire, Conversation conversation, byte[] begun, int longest) {
        this.loop = loop;
        this.wire = wire;
        this.conversation = conversation;
        this.reader = new FrameReader(longest);
        this.outbox = new Outbox(wire);
        this.rest = begun.length == 0 ? null : begun;
    }

    /** Begins to serve the connection. Some of what came may be in a buffer of Tomcat, so that no selector tells of it. */
    void begin(Selector selector) throws IOException {
        key = wire.channel().register(selector, 0, this);
        var greeting = conversation.greeting();
        if (greeting.isPresent()) {
            answer(greeting);
        }
        if (isReceptive()) {
            receive();
        } else {
            settle();
        }
    }

    /** Reads or writes, whatever is possible. */
    void serve(SelectionKey ready) throws IOException {
        int possible = ready.readyOps() & ready.interestOps();
        if ((possible & SelectionKey.OP_WRITE) != 0 && outbox.flush(loop.outgoing())) {
            pinged = false;
        }
        if ((possible & SelectionKey.OP_READ) != 0) {
            receive();
        } else {
            proceed();
        }
    }

    private void receive() throws IOException {
        ByteBuffer in = loop.incoming();
        if (rest != null) {
            in.put(rest);
            rest = null;
        }
        if (wire.read(in) < 0) {
            drop();
            return;
        }
        take(in.flip());
    }

    /** Takes what was put aside, as far as it is wanted now. */
    void proceed() throws IOException {
        byte[] left = rest;
        if (left == null) {
            settle();
            return;
        }
        rest = null;
        take(loop.incoming().put(left).flip());
    }

    private void take(ByteBuffer in) throws IOException {
        turn = TURN;
        if (!unreadable) {
            try {
                reader.read(in, this);
            } catch (BadFrameException bad) {
                LOG.debug("a WebSocket is closed: {}", bad.getMessage());
                unreadable = true;
                close(bad.code());
            }
        }
        if (in.hasRemaining() && !unreadable && state != State.CLOSED) {
            rest = new byte[in.remaining()];
            in.get(rest);
        }
        settle();
    }

    /** Sends what is due, and says what to wait for. */
    private void settle() throws IOException {
        byte[] due = pong;
        if (due != null && state == State.OPEN) {
            pong = null;
            send(Frames.pong(due));
        }
        if (state == State.HANGING_UP && outbox.isEmpty()) {
            drop();
        }
        if (key == null || state == State.CLOSED) {
            return;
        }
        if (state == State.CLOSING && unreadable && outbox.isEmpty()) {
            wire.endOutput();
        }
        boolean spent = turn == 0 && rest != null && isReceptive();
        if (spent) {
            loop.continueLater(this);
        }
        int wanted =
                (outbox.isEmpty() ? 0 : SelectionKey.OP_WRITE)
                        | (isReceptive() && !spent ? SelectionKey.OP_READ : 0);
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    private boolean isReceptive() {
        return outbox.isEmpty() && !inbox.isFull() && state != State.HANGING_UP;
    }

    @Override
    public boolean listens() {
        return turn > 0 && isReceptive() && state != State.CLOSED;
    }

    @Override
    public void text(String message) {
        if (state != State.OPEN || leaving) {
            return;
        }
        turn--;
        if (inbox.isIdle() && conversation.isBrief() && message.length() <= SHORT) {
            loop.guard(this, () -> answer(hear(message)));
            return;
        }
        inbox.put(message);
        hearNext();
    }

    /** Others may come before it is answered; the last then stands for all (RFC 6455, section 5.5.3). */
    @Override
    public void ping(byte[] payload) {
        pong = payload;
    }

    @Override
    public void pong() {
        pinged = false;
    }

    @Override
    public void closed(int code) {
        boolean first = state == State.OPEN;
        state = State.HANGING_UP;
        end();
        if (first) {
            loop.guard(this, () -> send(Frames.close(code)));
            loop.expectEnd(this);
        }
    }

    private void hearNext() {
        String message = inbox.next();
        if (message != null) {
            Thread.ofVirtual()
                    .name("websocket")
                    .start(() -> {
                        var reply = hear(message);
                        loop.execute(() -> loop.guard(this, () -> heard(reply)));
                    });
        }
    }

    private void heard(Optional<Reply> reply) throws IOException {
        inbox.heard();
        answer(reply);
        hearNext();
        if (leaving) {
            leave();
        }
        proceed();
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

    private void answer(Optional<Reply> heard) throws IOException {
        if (state != State.OPEN) {
            return;
        }
        if (heard.isEmpty()) {
            close(CloseCode.SERVER_ERROR);
            return;
        }
        Reply reply = heard.get();
        if (!reply.text().isEmpty()) {
            send(Frames.text(reply.text()));
        }
        if (reply.last()) {
            close(CloseCode.NORMAL);
        }
    }

    /** Asks whether the other end is still there; gives it up where it has not answered since it was asked last. */
    void ping() throws IOException {
        if (state != State.OPEN) {
            return;
        }
        if (conversation.isOver()) {
            close(CloseCode.NORMAL);
        } else if (pinged) {
            LOG.debug("a WebSocket no longer answers");
            close(CloseCode.UNRELIABLE);
        } else {
            pinged = true;
            send(Frames.ping());
        }
        settle();
    }

    /** Closes as soon as what has come is answered. */
    void leave() throws IOException {
        leaving = true;
        if (inbox.isIdle()) {
            close(CloseCode.GOING_AWAY);
            settle();
        }
    }

    private void close(int code) throws IOException {
        if (state != State.OPEN) {
            return;
        }
        state = State.CLOSING;
        loop.expectEnd(this);
        end();
        send(Frames.close(code));
    }

    /** Ends at once, whatever is on its way. */
    void drop() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        rest = null;
        if (key != null) {
            key.cancel();
        }
        wire.close();
        end();
    }

    boolean hasUnsent() {
        return !outbox.isEmpty();
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** The place of the conversation is free at once, however long the other end takes to notice. */
    private void end() {
        if (over) {
            return;
        }
        over = true;
        inbox.clear();
        if (conversation.isBrief()) {
            endConversation();
        } else {
            Thread.ofVirtual().name("websocket-end").start(this::endConversation);
        }
    }

    private void endConversation() {
        try {
            conversation.end();
        } catch (RuntimeException | Error fault) {
            LOG.error("the end of a WebSocket failed", fault);
        }
    }

    private void send(byte[] frame) throws IOException {
        outbox.send(frame, loop.outgoing());
    }
}
