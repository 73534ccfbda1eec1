package dev.svgym.server.environments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A turn of one batch on a judging thread: values one after another until there is none or the time is over. So short
 * work shares the cost of its hand-over, and a value that takes long has a turn of its own.
 */
final class Slice<T, R> implements Callable<Slice.Taken<T, R>> {

    /** Far above the cost of a hand-over, and not felt by whoever is next in the queue. */
    static final long NANOS = 2_000_000;

    private final Supplier<Optional<T>> values;
    private final Function<T, R> work;
    private final List<R> results = new ArrayList<>();
    private Optional<T> current = Optional.empty();
    private boolean closed;

    /**
     * What became of the values of a turn.
     *
     * @param results of those that are done, in their order
     * @param lost the value that was under way when the turn was given up
     */
    record Taken<T, R>(List<R> results, Optional<T> lost) {}

    /**
     * @param values the next value of the batch each time; empty behind the last
     */
    Slice(Supplier<Optional<T>> values, Function<T, R> work) {
        this.values = values;
        this.work = work;
    }

    @Override
    public Taken<T, R> call() {
        long start = System.nanoTime();
        Optional<T> value = begin();
        while (value.isPresent()) {
            end(work.apply(value.get()));
            value = System.nanoTime() - start < NANOS ? begin() : Optional.empty();
        }
        return close();
    }

    /** Ends the turn, be it under way; what its value comes to is then dropped. */
    synchronized Taken<T, R> close() {
        closed = true;
        return new Taken<>(results, current);
    }

    private synchronized Optional<T> begin() {
        current = closed ? Optional.empty() : values.get();
        return current;
    }

    private synchronized void end(R result) {
        if (!closed) {
            results.add(result);
            current = Optional.empty();
        }
    }
}
