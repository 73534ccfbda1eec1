package dev.svgym.server.websocket;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of a message, as far as they have come. What is only announced takes no room. */
final class Message {

    private static final int LEAST_ROOM = 256;
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int length;

    int length() {
        return length;
    }

    /**
     * Adds bytes of a frame.
     *
     * @param count how many are taken
     * @param announced how many the frame still has, with these
     * @param mask of the first of them
     */
    void add(ByteBuffer in, int count, long announced, int mask) {
        int needed = length + count;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, room(needed, length + announced));
        }
        in.get(bytes, length, count);
        Mask.remove(mask, bytes, length, needed);
        length = needed;
    }

    String text() throws BadFrameException {
        return Utf8.text(bytes, 0, length);
    }

    /** Just what is needed where the frame is all there, else twice as much as there was, up to what is announced. */
    private int room(int needed, long whole) {
        long doubled = Math.max(LEAST_ROOM, 2L * bytes.length);
        return (int) Math.max(needed, Math.min(doubled, whole));
    }
}
