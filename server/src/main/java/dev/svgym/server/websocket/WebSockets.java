package dev.svgym.server.websocket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** All open WebSockets, on as many event loops as there are processors. Thread-safe. */
public final class WebSockets implements SmartLifecycle, AutoCloseable {

    private static final long STOPPING_NANOS = 10_000_000_000L;
    private static final long STOPPING_TICK_MILLIS = 20;

    private final TomcatConnectors connectors;
    private final int longest;
    private final AtomicInteger next = new AtomicInteger();

    /** None before the first WebSocket, nor after a stop. */
    private List<Loop> loops = List.of();

    private volatile boolean running;

    /**
     * Without any yet.
     *
     * @param longest most bytes of a message
     */
    public WebSockets(TomcatConnectors connectors, int longest) {
        this.connectors = connectors;
        this.longest = longest;
    }

    /**
     * Answers a request for a WebSocket.
     *
     * @param conversation begun once the answer has gone out
     */
    public void open(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<Conversation> conversation)
            throws IOException, ServletException {
        Optional<Integer> refusal = Handshake.refusal(request, response);
        if (refusal.isPresent()) {
            response.setStatus(refusal.get());
            return;
        }
        Handshake.grant(request, response);
        request.upgrade(Handover.class)
                .to((connection, begun, done) ->
                        begin(connection, begun, done, conversation.get()));
    }

    private boolean begin(
            NioSocketWrapper from, byte[] begun, Runnable done, Conversation conversation)
            throws IOException {
        Wire wire;
        try {
            wire = connectors.wire(from);
        } catch (IOException | RuntimeException fault) {
            conversation.end();
            throw fault;
        }
        Loop loop = next();
        boolean held = wire instanceof SecureWire;
        loop.adopt(
                new Connection(loop, wire, conversation, begun, longest), held ? done : () -> {});
        return held;
    }

    private synchronized Loop next() {
        if (loops.isEmpty()) {
            loops =
                    IntStream.range(0, Runtime.getRuntime().availableProcessors())
                            .mapToObj(number -> Loop.start("websocket-" + number))
                            .toList();
        }
        return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
    }

    private synchronized List<Loop> all() {
        return loops;
    }

    /** Pings all, and hangs up on those that have not answered the last ping, or whose conversation is over. */
    public void ping() {
        all().forEach(loop -> loop.each(Connection::ping));
    }

    @Override
    public void start() {
        running = true;
    }

    /** While Tomcat takes no new requests: what has come is answered, and each WebSocket is closed with 1001. */
    @Override
    public void stop(Runnable callback) {
        Thread.ofVirtual()
                .name("websockets-stop")
                .start(() -> {
                    stop();
                    callback.run();
                });
    }

    @Override
    public void stop() {
        List<Loop> stopping = all();
        stopping.forEach(loop -> loop.each(Connection::leave));
        long deadline = System.nanoTime() + STOPPING_NANOS;
        try {
            while (stopping.stream().anyMatch(loop -> loop.size() > 0)
                    && deadline - System.nanoTime() > 0) {
                Thread.sleep(STOPPING_TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        running = false;
    }

    /** Without a word to anybody. The next WebSocket, of a server that starts again, finds new loops. */
    @Override
    public synchronized void close() {
        loops.forEach(Loop::stop);
        loops = List.of();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }
}
