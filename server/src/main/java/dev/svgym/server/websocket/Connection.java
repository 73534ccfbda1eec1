package dev.svgym.server.websocket;

import dev.svgym.server.websocket.Conversation.Reply;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket. Its loop reads it and answers pings, also while a message is heard on another thread. While the other end does not take what it is sent, or has sent more than may wait, it is not read.
 */
final class Connection implements FrameReader.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** Messages that are taken before others have their turn. */
    private static final int TURN = 8;

    private final Loop loop;
    private final Wire wire;
    private final Talk talk;
    private final Intake intake;
    private final Outbox outbox;
    private @Nullable SelectionKey key;

    private byte @Nullable [] pong;
    private State state = State.OPEN;
    private int turn;
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
        this.talk = new Talk(loop, conversation);
        this.intake = new Intake(wire, begun, longest);
        this.outbox = new Outbox(wire);
    }

    /** Begins to serve the connection. Some of what came may be in a buffer of Tomcat, so that no selector tells of it. */
    void begin(Selector selector) throws IOException {
        key = wire.channel().register(selector, 0, this);
        var greeting = talk.greeting();
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
        turn = TURN;
        try {
            if (!intake.receive(loop.incoming(), this)) {
                drop();
                return;
            }
        } catch (BadFrameException bad) {
            refuse(bad);
        }
        settle();
    }

    /** Takes what was put aside, as far as it is wanted now. */
    void proceed() throws IOException {
        turn = TURN;
        try {
            intake.proceed(loop.incoming(), this);
        } catch (BadFrameException bad) {
            refuse(bad);
        }
        settle();
    }

    private void refuse(BadFrameException bad) throws IOException {
        LOG.debug("a WebSocket is closed: {}", bad.getMessage());
        close(bad.code());
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
        if (state == State.CLOSING && intake.isUnreadable() && outbox.isEmpty()) {
            wire.endOutput();
        }
        boolean spent = turn == 0 && intake.hasRest() && isReceptive();
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
        return outbox.isEmpty() && !talk.isFull() && state != State.HANGING_UP;
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
        talk.take(message, this);
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
        talk.end();
        if (first) {
            loop.guard(this, () -> send(Frames.close(code)));
            loop.expectEnd(this);
        }
    }

    /** What was heard on another thread is answered; what waited for that goes on. */
    void goOn() throws IOException {
        if (leaving) {
            leave();
        }
        proceed();
    }

    /** Answers a message, with nothing where hearing it failed. */
    void answer(Optional<Reply> heard) throws IOException {
        if (state != State.OPEN) {
            return;
        }
        if (heard.isEmpty()) {
            close(CloseCode.SERVER_ERROR);
            return;
        }
        Reply reply = heard.get();
        if (reply.text().hasRemaining()) {
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
        if (talk.isOver()) {
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
        if (talk.isIdle()) {
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
        talk.end();
        send(Frames.close(code));
    }

    /** Ends at once, whatever is on its way. */
    void drop() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        if (key != null) {
            key.cancel();
        }
        wire.close();
        talk.end();
    }

    boolean hasUnsent() {
        return !outbox.isEmpty();
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    private void send(byte[] frame) throws IOException {
        outbox.send(frame, loop.outgoing());
    }
}
