package dev.svgym.server.load;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that is kept open, or opened again where the server closes it. Does what this server's replies need and no more. For one thread. */
final class KeepAlive implements Closeable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final String COOKIE = "set-cookie:";

    private final URI server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /**
     * What came back.
     *
     * @param cookie as it is to be sent back; empty where none was set
     */
    record Reply(int status, String body, String cookie) {}

    KeepAlive(URI server) throws IOException {
        this.server = server;
        this.socket = open(server);
        this.in = buffered(socket);
        this.out = socket.getOutputStream();
    }

    private static Socket open(URI server) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static InputStream buffered(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    Reply get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n", new byte[0]);
    }

    Reply post(String path, byte[] json) throws IOException {
        return post(path, json, "");
    }

    Reply post(String path, byte[] json, String cookie) throws IOException {
        return send(
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + server.getAuthority()
                        + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie)
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length
                        + "\r\n\r\n",
                json);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** In one write, so that head and body share a packet where they fit. */
    private Reply send(String head, byte[] body) throws IOException {
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[first.length + body.length];
        System.arraycopy(first, 0, request, 0, first.length);
        System.arraycopy(body, 0, request, first.length, body.length);
        out.write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        String cookie = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
            if (header.startsWith(COOKIE)) {
                cookie = line.substring(COOKIE.length()).strip().split(";", 2)[0];
            }
            closes |= header.startsWith("connection:") && header.endsWith("close");
        }
        String text = new String(chunked ? chunks() : bytes(length), StandardCharsets.UTF_8);
        if (closes) {
            socket.close();
            socket = open(server);
            in = buffered(socket);
            out = socket.getOutputStream();
        }
        return new Reply(status, text, cookie);
    }

    private byte[] chunks() throws IOException {
        byte[] whole = new byte[0];
        while (true) {
            byte[] chunk = bytes(Integer.parseInt(line().strip(), 16));
            line();
            if (chunk.length == 0) {
                return whole;
            }
            byte[] longer = new byte[whole.length + chunk.length];
            System.arraycopy(whole, 0, longer, 0, whole.length);
            System.arraycopy(chunk, 0, longer, whole.length, chunk.length);
            whole = longer;
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server closed the connection within a reply");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
