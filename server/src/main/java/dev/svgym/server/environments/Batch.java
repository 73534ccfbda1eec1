package dev.svgym.server.environments;

import dev.svgym.server.environments.JudgingPool.Job;
import dev.svgym.server.environments.Slice.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does the same to many values, in slices on judging threads, for one caller that waits. The caller alone runs
 * {@link #run}.
 */
final class Batch<T, R> {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final JudgingPool pool;
    private final List<T> values;
    private final Function<T, R> work;
    private final Function<T, R> overdue;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Turn<T, R>> ended = new LinkedBlockingQueue<>();
    private final List<Turn<T, R>> open = new ArrayList<>();
    private boolean slow;

    /** A slice and the job that runs it. */
    private record Turn<T, R>(Slice<T, R> slice, Job<Taken<T, R>> job) {

        /** The slice ends before its thread is interrupted: what an interrupt makes of a value is no result. */
        void giveUp() {
            slice.close();
            job.cancel(true);
        }
    }

    Batch(JudgingPool pool, List<T> values, Function<T, R> work, Function<T, R> overdue) {
        this.pool = pool;
        this.values = values;
        this.work = work;
        this.overdue = overdue;
    }

    /**
     * Until each value has its result, or the sink or the work throws; nothing is left running then.
     *
     * @param width most threads at a time; no more than there are processors, unless the work turns out to be long
     */
    void run(int width, Consumer<R> sink) throws InterruptedException {
        try {
            while (true) {
                while (open.size() < (slow ? width : Math.min(width, PROCESSORS))
                        && next.get() < values.size()) {
                    // The first turn waits for its thread. Others do not, since whoever waits here
                    // cannot stop a turn of its own that is overdue.
                    if (open.isEmpty()) {
                        pool.awaitThread();
                    } else if (!pool.tryThread()) {
                        break;
                    }
                    begin();
                }
                if (open.isEmpty()) {
                    return;
                }
                end(sink);
            }
        } finally {
            next.set(values.size());
            open.forEach(Turn::giveUp);
        }
    }

    private void begin() {
        var slice = new Slice<T, R>(this::take, work);
        var job = pool.job(slice);
        var turn = new Turn<>(slice, job);
        open.add(turn);
        job.whenDone(() -> ended.add(turn));
        pool.execute(job);
    }

    private Optional<T> take() {
        int index = next.getAndIncrement();
        return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
    }

    private void end(Consumer<R> sink) throws InterruptedException {
        long patience = slow ? nanosLeft() : Math.min(nanosLeft(), Slice.NANOS);
        Turn<T, R> turn = ended.poll(patience, TimeUnit.NANOSECONDS);
        if (turn == null) {
            slow = true;
            open.stream().filter(late -> late.job().nanosLeft() <= 0).forEach(Turn::giveUp);
            return;
        }
        open.remove(turn);
        if (turn.job().state() == Job.State.FAILED) {
            throw new IllegalStateException(
                    "a part of the batch failed", turn.job().exceptionNow());
        }
        Taken<T, R> taken = turn.slice().close();
        taken.results().forEach(sink);
        taken.lost().map(overdue).ifPresent(sink);
    }

    private long nanosLeft() {
        long least = Long.MAX_VALUE;
        for (Turn<T, R> turn : open) {
            least = Math.min(least, turn.job().nanosLeft());
        }
        return least;
    }
}
