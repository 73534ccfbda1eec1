package dev.svgym.server.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The four bytes that a client's payload is combined with, over and over (RFC 6455, section 5.3). */
final class Mask {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Mask() {}

    /**
     * Removes the mask from a part of an array.
     *
     * @param mask whose first byte belongs to the first of the part
     */
    static void remove(int mask, byte[] bytes, int from, int to) {
        if (mask == 0) {
            return;
        }
        long twice = ((long) mask << 32) | (mask & 0xFFFF_FFFFL);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            EIGHT.set(bytes, at, (long) EIGHT.get(bytes, at) ^ twice);
        }
        for (int next = mask; at < to; at++) {
            next = after(next, 1);
            bytes[at] ^= (byte) next;
        }
    }

    /** The mask of what follows so many bytes. */
    static int after(int mask, int bytes) {
        return Integer.rotateLeft(mask, 8 * (bytes & 3));
    }
}
