package dev.svgym.server.websocket;

import java.nio.ByteBuffer;

/** Frames as a server writes them: whole and without a mask. */
final class Frames {

    /** Most bytes of the payload of a control frame. */
    static final int LONGEST_CONTROL = 125;

    static final int TWO_BYTES = 126;
    static final int EIGHT_BYTES = 127;
    static final int LAST = 0x80;

    private static final int LONGEST_HEAD = 10;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private Frames() {}

    /** A whole message. */
    static byte[] text(ByteBuffer utf8) {
        return frame(Opcode.TEXT, utf8.duplicate());
    }

    static byte[] ping() {
        return frame(Opcode.PING, NOTHING);
    }

    static byte[] pong(byte[] payload) {
        return frame(Opcode.PONG, ByteBuffer.wrap(payload));
    }

    static byte[] close(int code) {
        return frame(
                Opcode.CLOSE,
                code == CloseCode.NONE
                        ? NOTHING
                        : ByteBuffer.allocate(2).putShort(0, (short) code));
    }

    private static byte[] frame(int opcode, ByteBuffer payload) {
        int length = payload.remaining();
        ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD).put((byte) (LAST | opcode));
        if (length <= LONGEST_CONTROL) {
            head.put((byte) length);
        } else if (length <= 0xFFFF) {
            head.put((byte) TWO_BYTES).putShort((short) length);
        } else {
            head.put((byte) EIGHT_BYTES).putLong(length);
        }
        byte[] frame = new byte[head.position() + length];
        head.flip().get(frame, 0, head.limit());
        payload.get(frame, head.limit(), length);
        return frame;
    }
}
