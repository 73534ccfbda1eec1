package dev.svgym.server.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What comes in. Bytes are put aside where a frame is not complete yet or nobody wants it yet. Not thread-safe. */
final class Intake {

    private final Wire wire;
    private final FrameReader reader;
    private byte @Nullable [] rest;
    private boolean unreadable;

    /**
     * @param begun bytes that came before
     * @param longest most bytes of a message
     */
    Intake(Wire wire, byte[] begun, int longest) {
        this.wire = wire;
        this.reader = new FrameReader(longest);
        this.rest = begun.length == 0 ? null : begun;
    }

    /** Whether anything is put aside. */
    boolean hasRest() {
        return rest != null;
    }

    /** Whether a frame was refused; what came behind it is lost. */
    boolean isUnreadable() {
        return unreadable;
    }

    /**
     * Reads what is there.
     *
     * @param in a buffer that is free
     * @return whether the other end may send more
     */
    boolean receive(ByteBuffer in, FrameReader.Listener listener)
            throws IOException, BadFrameException {
        unpack(in);
        if (wire.read(in) < 0) {
            return false;
        }
        take(in.flip(), listener);
        return true;
    }

    /** Takes what was put aside, as far as it is wanted now. */
    void proceed(ByteBuffer in, FrameReader.Listener listener) throws BadFrameException {
        if (rest != null) {
            unpack(in);
            take(in.flip(), listener);
        }
    }

    private void unpack(ByteBuffer in) {
        if (rest != null) {
            in.put(rest);
            rest = null;
        }
    }

    private void take(ByteBuffer in, FrameReader.Listener listener) throws BadFrameException {
        if (unreadable) {
            return;
        }
        try {
            reader.read(in, listener);
        } catch (BadFrameException bad) {
            unreadable = true;
            throw bad;
        }
        if (in.hasRemaining()) {
            rest = new byte[in.remaining()];
            in.get(rest);
        }
    }
}
