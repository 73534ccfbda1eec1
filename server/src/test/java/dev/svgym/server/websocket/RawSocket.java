package dev.svgym.server.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A client's end of a WebSocket that sends whatever bytes a test wants. */
final class RawSocket implements AutoCloseable {

    static final String E1 = "/envs/e1-network-logs/ws";
    static final String ARITHMETIC = "/envs/arithmetic/ws";
    static final String STATE = "{\"type\": \"state\"}";

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int[] MASK = {0x12, 0x34, 0x56, 0x78};

    private final Socket socket;
    private final DataInputStream in;

    RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** A frame as it came. */
    record Frame(int opcode, ByteBuffer payload) {

        String text() {
            return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
        }

        /** Of a close frame. */
        int code() {
            assertThat(opcode).as(text()).isEqualTo(Opcode.CLOSE);
            return payload.hasRemaining()
                    ? Short.toUnsignedInt(payload.getShort(0))
                    : CloseCode.NONE;
        }
    }

    static RawSocket connect(Client server) throws IOException {
        return new RawSocket(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    }

    static RawSocket open(Client server, String path) throws IOException {
        return connect(server).upgrade(path, "");
    }

    /** A request for a WebSocket, with more headers or bytes behind it. */
    static String request(String path, String... headers) {
        return "GET %s HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n%s\r\n"
                .formatted(
                        path,
                        headers.length == 0
                                ? "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                : String.join("\r\n", headers) + "\r\n");
    }

    RawSocket upgrade(String path, String behind) throws IOException {
        assertThat(ask(request(path) + behind)).startsWith("HTTP/1.1 101");
        return this;
    }

    /** Sends a request and gives the head of its reply. */
    String ask(String request) throws IOException {
        send(request.getBytes(StandardCharsets.ISO_8859_1));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void hex(String bytes) throws IOException {
        send(HexFormat.of().parseHex(bytes.replace(" ", "")));
    }

    void text(String text) throws IOException {
        send(frame(0x80 | Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    String answer(String text) throws IOException {
        text(text);
        return next().text();
    }

    /** A masked frame. */
    static byte[] frame(int first, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(0x80 | 126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        for (int part : MASK) {
            frame.write(part);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % 4]);
        }
        return frame.toByteArray();
    }

    Frame next() throws IOException {
        int first = in.readUnsignedByte();
        assertThat(first & 0xF0).as("a whole frame without reserved bits").isEqualTo(0x80);
        int length = in.readUnsignedByte();
        int whole =
                switch (length) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> Math.toIntExact(in.readLong());
                    default -> length;
                };
        return new Frame(first & 0x0F, ByteBuffer.wrap(in.readNBytes(whole)));
    }

    /** Whether the other end sends no more. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
