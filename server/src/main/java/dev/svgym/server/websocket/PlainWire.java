package dev.svgym.server.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection without TLS, which Tomcat has let go. */
record PlainWire(SocketChannel channel, Runnable whenClosed) implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(PlainWire.class);

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return channel.write(from);
    }

    @Override
    public boolean flush() {
        return true;
    }

    @Override
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("a connection cannot be closed: {}", e.getMessage());
        } finally {
            whenClosed.run();
        }
    }
}
