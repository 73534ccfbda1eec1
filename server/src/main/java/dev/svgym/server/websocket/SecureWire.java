package dev.svgym.server.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;

/**
 * A connection by TLS. Tomcat's channel does the cryptography, and Tomcat holds the connection until it is closed.
 *
 * @param tls of the connection, as long as it is open
 */
record SecureWire(NioSocketWrapper connection, NioChannel tls, SocketChannel channel)
        implements Wire {

    static SecureWire of(NioSocketWrapper connection) {
        NioChannel tls = connection.getSocket();
        return new SecureWire(connection, tls, tls.getIOChannel());
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        requireOpen();
        return tls.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        requireOpen();
        return tls.write(from);
    }

    @Override
    public boolean flush() throws IOException {
        requireOpen();
        tls.flushOutbound();
        return tls.getOutboundRemaining() == 0;
    }

    /** TLS before 1.3 ends in both directions at once. */
    @Override
    public void endOutput() {}

    @Override
    public void close() {
        connection.close();
    }

    /** Tomcat lends the channel of a closed connection to the next one. */
    private void requireOpen() throws IOException {
        if (connection.isClosed()) {
            throw new IOException("Tomcat has closed the connection");
        }
    }
}
