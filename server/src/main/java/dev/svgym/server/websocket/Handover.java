package dev.svgym.server.websocket;

import jakarta.servlet.http.WebConnection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a connection from Tomcat once its upgrade is answered. Tomcat makes one for each. */
public final class Handover implements InternalHttpUpgradeHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    /** Tomcat reads straight into a buffer that is larger than its own. */
    private static final int BUFFER = 32 * 1024;

    private @Nullable Taker taker;
    private @Nullable NioSocketWrapper connection;

    /** Who goes on with the connection. */
    interface Taker {

        /**
         * Takes it.
         *
         * @param begun bytes that came behind the handshake
         * @param done waits until Tomcat has done its part
         * @return whether Tomcat still holds the connection
         */
        boolean take(NioSocketWrapper connection, byte[] begun, Runnable done) throws IOException;
    }

    void to(Taker next) {
        taker = next;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        connection = (NioSocketWrapper) wrapper;
    }

    /** What Tomcat does with the connection is settled by the answer: it closes its end, or leaves all to the taker. */
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        Taker next = taker;
        NioSocketWrapper from = connection;
        taker = null;
        if (next == null || from == null || event != SocketEvent.OPEN_READ) {
            return SocketState.CLOSED;
        }
        try {
            from.flush(true);
            byte[] begun = begun(from);
            return next.take(from, begun, () -> await(from.getLock()))
                    ? SocketState.ASYNC_IO
                    : SocketState.CLOSED;
        } catch (IOException gone) {
            LOG.debug("a WebSocket failed at its begin: {}", gone.getMessage());
            return SocketState.CLOSED;
        }
    }

    /** Tomcat holds the lock for as long as it works on the connection. */
    private static void await(ReentrantLock lock) {
        lock.lock();
        try {
            LOG.trace("Tomcat has done its part");
        } finally {
            lock.unlock();
        }
    }

    /** What Tomcat has read already, and maybe a little more. */
    private static byte[] begun(NioSocketWrapper from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        if (from.read(false, buffer) < 0) {
            throw new EOFException("the other end has gone");
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void init(WebConnection processor) {}

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void setSslSupport(SSLSupport support) {}

    @Override
    public void pause() {}

    @Override
    public void destroy() {}
}
