package dev.svgym.server.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Frames on their way out. Only what the connection does not take at once is kept. Not thread-safe. */
final class Outbox {

    private final Wire wire;
    private @Nullable Deque<ByteBuffer> unsent;

    Outbox(Wire wire) {
        this.wire = wire;
    }

    boolean isEmpty() {
        return unsent == null;
    }

    /**
     * Sends a frame behind those that are unsent.
     *
     * @param through a direct buffer that is free
     */
    void send(byte[] frame, ByteBuffer through) throws IOException {
        var bytes = ByteBuffer.wrap(frame);
        if (unsent != null) {
            unsent.addLast(bytes);
        } else if (!write(bytes, through)) {
            unsent = new ArrayDeque<>();
            unsent.addLast(bytes);
        }
    }

    /**
     * Sends as much as the connection takes.
     *
     * @return whether it took anything
     */
    boolean flush(ByteBuffer through) throws IOException {
        boolean progress = false;
        while (unsent != null) {
            ByteBuffer first = unsent.getFirst();
            int before = first.remaining();
            boolean out = write(first, through);
            progress |= out || first.remaining() < before;
            if (!out) {
                return progress;
            }
            unsent.removeFirst();
            if (unsent.isEmpty()) {
                unsent = null;
            }
        }
        return progress;
    }

    /** Whether all is out. Heap buffers would be copied by the JDK, into a direct one of their size for each thread. */
    private boolean write(ByteBuffer from, ByteBuffer through) throws IOException {
        while (from.hasRemaining()) {
            int part = Math.min(from.remaining(), through.capacity());
            through.clear().put(from.slice(from.position(), part)).flip();
            int written = wire.write(through);
            from.position(from.position() + written);
            if (written == 0) {
                return false;
            }
        }
        return wire.flush();
    }
}
