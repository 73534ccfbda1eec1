package dev.svgym.server.websocket;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a client (RFC 6455, section 5) as their bytes come. Not thread-safe. */
final class FrameReader {

    /** Most bytes that are left unread because a head or a control frame is not complete. */
    static final int LONGEST_REST = 2 + 8 + 4 + Frames.LONGEST_CONTROL;

    private static final int RESERVED_BITS = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;

    private final int longest;

    /** The message under way; null where there is none. */
    private @Nullable Message message;

    private boolean inFrame;
    private boolean lastFrame;
    private long left;
    private int mask;

    /**
     * @param longest most bytes of a message
     */
    FrameReader(int longest) {
        this.longest = longest;
    }

    /** Gets what frames say. */
    interface Listener {

        /** Whether the next frame may be read now. */
        boolean listens();

        void text(String message);

        void ping(byte[] payload);

        void pong();

        /**
         * The other end closes.
         *
         * @param code of its close frame, {@link CloseCode#NONE} where it has none
         */
        void closed(int code);
    }

    /** Reads as far as there are whole parts and the listener wants them; what remains comes again with what follows. */
    void read(ByteBuffer in, Listener listener) throws BadFrameException {
        boolean more = true;
        while (more && listener.listens()) {
            more = inFrame ? payload(in, listener) : head(in, listener);
        }
    }

    private boolean head(ByteBuffer in, Listener listener) throws BadFrameException {
        if (in.remaining() < 2) {
            return false;
        }
        int first = in.get(in.position()) & 0xFF;
        int second = in.get(in.position() + 1) & 0xFF;
        int opcode = first & OPCODE;
        boolean last = (first & Frames.LAST) != 0;
        int shortLength = second & ~MASKED;
        check(first, second, opcode, last, shortLength);
        int lengthBytes =
                switch (shortLength) {
                    case Frames.TWO_BYTES -> 2;
                    case Frames.EIGHT_BYTES -> 8;
                    default -> 0;
                };
        int head = 2 + lengthBytes + MASK_BYTES;
        boolean control = Opcode.isControl(opcode);
        if (in.remaining() < head + (control ? shortLength : 0)) {
            return false;
        }
        in.position(in.position() + 2);
        long length = length(in, shortLength);
        mask = in.getInt();
        if (control) {
            control(opcode, in, shortLength, listener);
            return true;
        }
        Message begun = message == null ? new Message() : message;
        if (length > longest - begun.length()) {
            throw new BadFrameException(
                    CloseCode.TOO_BIG, "a message is longer than %d bytes".formatted(longest));
        }
        message = begun;
        left = length;
        lastFrame = last;
        inFrame = true;
        return true;
    }

    private void check(int first, int second, int opcode, boolean last, int shortLength)
            throws BadFrameException {
        if ((first & RESERVED_BITS) != 0) {
            throw broken("a reserved bit is set, but no extension was agreed on");
        }
        if (!Opcode.isKnown(opcode)) {
            throw broken("there is no opcode " + opcode);
        }
        if ((second & MASKED) == 0) {
            throw broken("a client masks its frames");
        }
        if (Opcode.isControl(opcode)) {
            if (!last) {
                throw broken("a control frame is in parts");
            }
            if (shortLength > Frames.LONGEST_CONTROL) {
                throw broken("a control frame is too long");
            }
        } else if (opcode == Opcode.CONTINUATION && message == null) {
            throw broken("nothing is there to be continued");
        } else if (opcode != Opcode.CONTINUATION && message != null) {
            throw broken("a message begins within another");
        } else if (opcode == Opcode.BINARY) {
            throw new BadFrameException(CloseCode.NOT_ACCEPTABLE, "messages are texts");
        }
    }

    private static long length(ByteBuffer in, int shortLength) throws BadFrameException {
        long length;
        long least;
        switch (shortLength) {
            case Frames.TWO_BYTES -> {
                length = Short.toUnsignedInt(in.getShort());
                least = Frames.TWO_BYTES;
            }
            case Frames.EIGHT_BYTES -> {
                length = in.getLong();
                least = 1 << 16;
            }
            default -> {
                return shortLength;
            }
        }
        if (length < least) {
            throw broken("a length is negative or takes more bytes than it needs");
        }
        return length;
    }

    private void control(int opcode, ByteBuffer in, int length, Listener listener)
            throws BadFrameException {
        byte[] payload = new byte[length];
        in.get(payload);
        Mask.remove(mask, payload, 0, length);
        switch (opcode) {
            case Opcode.PING -> listener.ping(payload);
            case Opcode.PONG -> listener.pong();
            default -> listener.closed(code(payload));
        }
    }

    private static int code(byte[] payload) throws BadFrameException {
        if (payload.length == 0) {
            return CloseCode.NONE;
        }
        if (payload.length == 1) {
            throw broken("a code is half there");
        }
        int code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
        if (!CloseCode.mayBeSent(code)) {
            throw broken("no endpoint sends the code " + code);
        }
        Utf8.text(payload, 2, payload.length);
        return code;
    }

    private boolean payload(ByteBuffer in, Listener listener) throws BadFrameException {
        Message now = message;
        if (now == null) {
            throw new IllegalStateException("a frame of data is part of a message");
        }
        int here = (int) Math.min(left, in.remaining());
        now.add(in, here, left, mask);
        left -= here;
        mask = Mask.after(mask, here);
        if (left > 0) {
            return false;
        }
        inFrame = false;
        if (lastFrame) {
            message = null;
            listener.text(now.text());
        }
        return true;
    }

    private static BadFrameException broken(String what) {
        return new BadFrameException(CloseCode.PROTOCOL_ERROR, what);
    }
}
