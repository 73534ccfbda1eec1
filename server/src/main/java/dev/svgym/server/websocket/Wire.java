package dev.svgym.server.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes from and to the other end, without waiting. For one thread at a time. */
interface Wire {

    /** What tells when there is something to read or room to write. */
    SocketChannel channel();

    /** Bytes read; negative where the other end sends no more. */
    int read(ByteBuffer into) throws IOException;

    /** Bytes taken. */
    int write(ByteBuffer from) throws IOException;

    /** Whether all that was taken has gone out. */
    boolean flush() throws IOException;

    /** Says that nothing more is sent, while the other end may still send. */
    void endOutput() throws IOException;

    void close();
}
