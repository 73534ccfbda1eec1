package dev.svgym.configremediation.scanner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server that says what a test makes it say, and remembers what it was asked. */
final class FakeOpa implements AutoCloseable {

    /** Bundle that it claims to hold. */
    static final String REVISION = "a1b2";

    private final HttpServer server;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();
    private volatile Function<String, OpaServer.Reply> replies =
            _ -> new OpaServer.Reply(200, evaluated("[]"));

    private FakeOpa(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::reply);
        server.start();
    }

    /**
     * @param port 0 for any
     */
    static FakeOpa listening(int port) {
        return new FakeOpa(port);
    }

    /** A reply of the rules that are expected. */
    static String evaluated(String result) {
        return """
        {"result": %s, "provenance": {"version": "9.9.9", "bundles": {"svgym": {"revision": "%s"}}}}\
        """
                .formatted(result, REVISION);
    }

    /** A violation of a rule by the pod {@code web0}. */
    static String violation(String rule) {
        return """
        {"rule": "%s", "object": "Pod/default/web0", "resource": "Pod/default/web0", "path": ["spec", "hostNetwork"],
         "element": [], "pod": [], "message": "naïve"}\
        """
                .formatted(rule);
    }

    /** From now on, by what it is asked. */
    void replies(Function<String, OpaServer.Reply> replies) {
        this.replies = replies;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Path, query and body of every question, in order. */
    List<String> questions() {
        return questions;
    }

    /** How many connections the questions came by. */
    int connections() {
        return connections.size();
    }

    private void reply(HttpExchange exchange) throws IOException {
        connections.add(exchange.getRemoteAddress());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        questions.add(exchange.getRequestURI() + " " + body);
        OpaServer.Reply reply = replies.apply(body);
        byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
