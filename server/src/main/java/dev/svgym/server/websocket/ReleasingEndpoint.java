package dev.svgym.server.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Tomcat's endpoint, which can let go of a connection that stays open. A connection that was let go still has its place
 * among those that the connector may have.
 */
final class ReleasingEndpoint extends NioEndpoint {

    /** What Tomcat closes in place of a connection that was let go. */
    private static final SocketChannel GONE = closedChannel();

    /** Connections that Tomcat is about to take for closed though they are not. */
    private final AtomicInteger stillOpen = new AtomicInteger();

    boolean holds(NioSocketWrapper connection) {
        return connection.getPoller().equals(getPoller());
    }

    /** Takes a connection from Tomcat, which then has to close its own end of it. Its place is given back by {@link #giveBackPlace}. */
    SocketChannel release(NioSocketWrapper connection) throws IOException {
        NioChannel lent = connection.getSocket();
        SocketChannel channel = lent.getIOChannel();
        SelectionKey polled = channel.keyFor(connection.getPoller().getSelector());
        if (polled != null) {
            polled.attach(null);
            polled.cancel();
        }
        stillOpen.incrementAndGet();
        connections.remove(channel);
        lent.reset(GONE, connection);
        return channel;
    }

    void giveBackPlace() {
        super.countDownConnection();
    }

    @Override
    protected long countDownConnection() {
        int before = stillOpen.getAndUpdate(count -> Math.max(0, count - 1));
        return before > 0 ? getConnectionCount() : super.countDownConnection();
    }

    private static SocketChannel closedChannel() {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.close();
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
