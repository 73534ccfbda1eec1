package dev.svgym.server.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames as a server writes them: whole and without a mask. */
final class Frames {

    /** Most bytes of the payload of a control frame. */
    static final int LONGEST_CONTROL = 125;

    static final int TWO_BYTES = 126;
    static final int EIGHT_BYTES = 127;
    static final int LAST = 0x80;

    private static final int LONGEST_HEAD = 10;

    private Frames() {}

    /** A whole message. A surrogate that stands alone becomes a question mark. */
    static byte[] text(String text) {
        return frame(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] ping() {
        return frame(Opcode.PING, new byte[0]);
    }

    static byte[] pong(byte[] payload) {
        return frame(Opcode.PONG, payload);
    }

    static byte[] close(int code) {
        return frame(
                Opcode.CLOSE,
                code == CloseCode.NONE
                        ? new byte[0]
                        : ByteBuffer.allocate(2).putShort((short) code).array());
    }

    private static byte[] frame(int opcode, byte[] payload) {
        int length = payload.length;
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
        System.arraycopy(payload, 0, frame, head.limit(), length);
        return frame;
    }
}
