package dev.svgym.server.adapters.openenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's end of a WebSocket; it sends and awaits whole messages. */
public final class Socket implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SECONDS = 20;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Socket(Client server, String path) {
        socket =
                HTTP.newWebSocketBuilder()
                        .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + path), this)
                        .join();
    }

    public static Socket open(Client server, String path) {
        return new Socket(server, path);
    }

    /** Sends a message and gives the text of the next one that comes. */
    public String ask(String message) throws InterruptedException {
        send(message);
        return next();
    }

    public JsonNode askJson(String message) throws InterruptedException {
        return JsonMapper.shared().readTree(ask(message));
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    /** Sends a message in two parts. */
    void send(String first, String second) {
        socket.sendText(first, false).join();
        socket.sendText(second, true).join();
    }

    void sendBytes() {
        socket.sendBinary(ByteBuffer.allocate(1), true).join();
    }

    String next() throws InterruptedException {
        String message = messages.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("a message within %d s", SECONDS).isNotNull();
        return String.valueOf(message);
    }

    boolean isQuiet() {
        return messages.isEmpty();
    }

    /** Pings and awaits the pong. */
    void ping() throws InterruptedException {
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
        assertThat(pongs.poll(SECONDS, TimeUnit.SECONDS)).as("a pong").isNotNull();
    }

    /** The code that the other end closed with. */
    int closeCode() throws Exception {
        return closed.get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> socket).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.add("pong");
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
        closed.completeExceptionally(fault);
    }
}
