package dev.svgym.server.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One WebSocket, opened as OpenEnv's clients do. Does what their exchanges need and no more: short texts without compression,
 * one at a time; a ping is answered. For one thread.
 */
final class WebSocket implements Closeable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    WebSocket(URI server, String path) throws IOException {
        this.socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        out.write(
                "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: gmW8USINaEalt7O6dYkpZw==\r\nSec-WebSocket-Version: 13\r\n\r\n"
                        .formatted(path, server.getAuthority())
                        .getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.startsWith("HTTP/1.1 101")) {
            throw new IOException("need a WebSocket at %s, got %s".formatted(path, status));
        }
        while (!line().isEmpty()) {
            // Headers say nothing that is needed here.
        }
    }

    /** What is replied to a text. */
    String ask(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
        var reply = new ByteArrayOutputStream();
        while (true) {
            int head = in.readUnsignedByte();
            byte[] payload = in.readNBytes(length());
            switch (head & ~LAST) {
                case TEXT, CONTINUATION -> {
                    reply.write(payload);
                    if ((head & LAST) != 0) {
                        return reply.toString(StandardCharsets.UTF_8);
                    }
                }
                case PING -> send(PONG, payload);
                default -> throw new IOException("need a text, got a frame of kind " + head);
            }
        }
    }

    /** Answers the pings that have come while nothing was asked. */
    void answerPings() throws IOException {
        while (in.available() > 0) {
            int kind = in.readUnsignedByte() & ~LAST;
            byte[] payload = in.readNBytes(length());
            if (kind != PING) {
                throw new IOException("need nothing but pings, got a frame of kind " + kind);
            }
            send(PONG, payload);
        }
    }

    private int length() throws IOException {
        int length = in.readUnsignedByte();
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Under a mask of zeros, which leaves the payload as it is. */
    private void send(int kind, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) (LAST | kind));
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        out.write(frame.array(), 0, frame.position());
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
