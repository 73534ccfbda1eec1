package dev.svgym.server.verification;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same to many values, a bounded number of them at a time, on virtual threads that wait. */
final class Parallel {

    private Parallel() {}

    private sealed interface Result<R> {}

    private record Done<R>(R value) implements Result<R> {}

    private record Thrown<R>(RuntimeException cause) implements Result<R> {}

    /**
     * Hands each result over as it is ready, on the calling thread. The first exception, of the work or of the sink, gives
     * up what is left.
     */
    static <T, R> void each(List<T> values, int window, Function<T, R> work, Consumer<R> sink) {
        BlockingQueue<Result<R>> ready = new LinkedBlockingQueue<>();
        var places = new Semaphore(window);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (T value : values) {
                threads.execute(() -> ready.add(run(value, places, work)));
            }
            for (int i = 0; i < values.size(); i++) {
                switch (ready.take()) {
                    case Done<R>(var value) -> sink.accept(value);
                    case Thrown<R>(var cause) -> throw cause;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is stopping", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T, R> Result<R> run(T value, Semaphore places, Function<T, R> work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Thrown<>(new IllegalStateException("given up", e));
        }
        try {
            return new Done<>(work.apply(value));
        } catch (RuntimeException e) {
            return new Thrown<>(e);
        } catch (Error e) {
            // Whoever waits for this result must get one.
            return new Thrown<>(new IllegalStateException("a part of the batch failed", e));
        } finally {
            places.release();
        }
    }
}
