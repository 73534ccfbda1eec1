package dev.svgym.server.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that reads and writes many connections. Each belongs to one loop, whose thread alone touches it. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final int BUFFER = 64 * 1024;
    private static final long TICK_MILLIS = 500;

    /** How long the other end may take to answer a close frame. */
    private static final long ANSWER_NANOS = 2_000_000_000L;

    /** How long it may take to take what is on its way before that. */
    private static final long DRAIN_NANOS = 10_000_000_000L;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER);
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER);
    private final Deque<Closing> closing = new ArrayDeque<>();

    /** Those that have more to do than their turn allows. */
    private final Deque<Connection> unfinished = new ArrayDeque<>();

    private long lastLook = System.nanoTime();
    private volatile boolean stopped;

    private Loop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    static Loop start(String name) {
        var loop = new Loop(name);
        loop.thread.start();
        return loop;
    }

    private record Closing(Connection connection, long since) {}

    /** What is done with each connection. */
    interface Deed {
        void on(Connection connection) throws IOException;
    }

    /** Something that a connection may fail at. */
    interface Work {
        void run() throws IOException;
    }

    /** For what comes in. On the thread of this loop. */
    ByteBuffer incoming() {
        return incoming.clear();
    }

    /** For what goes out. On the thread of this loop. */
    ByteBuffer outgoing() {
        return outgoing;
    }

    /** Does something on the thread of this loop, soon. */
    void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /**
     * Serves a connection from now on.
     *
     * @param first done before, on the thread of this loop
     */
    void adopt(Connection connection, Runnable first) {
        execute(() -> {
            if (stopped) {
                connection.drop();
                return;
            }
            first.run();
            guard(connection, () -> connection.begin(selector));
        });
        if (stopped) {
            runTasks();
        }
    }

    /** Drops a connection if it is not closed in time. */
    void expectEnd(Connection connection) {
        closing.addLast(new Closing(connection, System.nanoTime()));
    }

    /** Gives a connection another turn behind all others. */
    void continueLater(Connection connection) {
        unfinished.addLast(connection);
    }

    /** Does the same with every connection. */
    void each(Deed deed) {
        execute(() ->
                connections().forEach(connection -> guard(connection, () -> deed.on(connection))));
    }

    int size() {
        return selector.isOpen() ? selector.keys().size() : 0;
    }

    /** Drops what is still open, and ends. */
    void stop() {
        stopped = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                select();
                runTasks();
                serve();
                proceed();
                dropOverdue();
            }
        } catch (IOException e) {
            LOG.error("the loop of WebSockets failed", e);
        } finally {
            stopped = true;
            connections().forEach(Connection::drop);
            close();
            runTasks();
        }
    }

    private void select() throws IOException {
        if (unfinished.isEmpty()) {
            selector.select(closing.isEmpty() ? 0 : TICK_MILLIS);
        } else {
            selector.selectNow();
        }
    }

    private void proceed() {
        for (int turns = unfinished.size(); turns > 0; turns--) {
            Connection connection = unfinished.removeFirst();
            guard(connection, connection::proceed);
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void serve() {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof Connection connection) {
                guard(connection, () -> connection.serve(key));
            }
        }
        selector.selectedKeys().clear();
    }

    /** What goes wrong with one connection is no other's business. */
    void guard(Connection connection, Work work) {
        try {
            work.run();
        } catch (IOException | CancelledKeyException gone) {
            LOG.debug("a WebSocket failed: {}", gone.getMessage());
            connection.drop();
        } catch (RuntimeException | Error fault) {
            LOG.error("a WebSocket failed", fault);
            connection.drop();
        }
    }

    private void dropOverdue() {
        long now = System.nanoTime();
        if (closing.isEmpty() || now - lastLook < TICK_MILLIS * 1_000_000) {
            return;
        }
        lastLook = now;
        for (Closing one : closing) {
            long patience = one.connection().hasUnsent() ? DRAIN_NANOS : ANSWER_NANOS;
            if (now - one.since() > patience) {
                one.connection().drop();
            }
        }
        closing.removeIf(one -> one.connection().isClosed());
    }

    private List<Connection> connections() {
        if (!selector.isOpen()) {
            return List.of();
        }
        return selector.keys().stream()
                .flatMap(key ->
                        key.attachment() instanceof Connection connection
                                ? Stream.of(connection)
                                : Stream.empty())
                .toList();
    }

    private void close() {
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("a selector cannot be closed: {}", e.getMessage());
        }
    }
}
