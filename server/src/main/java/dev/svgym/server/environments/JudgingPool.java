package dev.svgym.server.environments;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Platform threads that compute while virtual ones wait: a verifier that takes seconds must not occupy the carriers of
 * all requests. What waits and what runs is bounded. Safe for use by many threads.
 */
final class JudgingPool implements AutoCloseable {

    private final int size;
    private final Semaphore free;
    private final Semaphore queue;
    private final Duration deadline;
    // Of those that are idle, the one that worked last is the next to work: its caches are warm,
    // and a
    // server whose work never waits for an engine does all of it on a few threads.
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("judging-", 0).daemon().factory());

    /** No thread became free in time. */
    static final class FullException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The work ran for longer than it may and was interrupted. */
    static final class OverdueException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param size threads that work at a time
     * @param queue calls of {@link #now} that may wait for one
     * @param deadline of one piece of work, waiting excluded
     */
    JudgingPool(int size, int queue, Duration deadline) {
        this.size = size;
        this.free = new Semaphore(size, true);
        this.queue = new Semaphore(queue);
        this.deadline = deadline;
    }

    /** Refuses at once where the queue is full, and after {@code patience} where no thread has become free. */
    <T> T now(Callable<T> work, Duration patience)
            throws FullException, OverdueException, ExecutionException, InterruptedException {
        if (!tryThread()) {
            if (!queue.tryAcquire()) {
                throw new FullException();
            }
            try {
                if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new FullException();
                }
            } finally {
                queue.release();
            }
        }
        return result(work);
    }

    /** Waits for a thread as long as it takes. */
    <T> T inTurn(Callable<T> work)
            throws OverdueException, ExecutionException, InterruptedException {
        awaitThread();
        return result(work);
    }

    /** Takes a thread for a job as soon as one is free; it is given back when the job has run. */
    void awaitThread() throws InterruptedException {
        free.acquire();
    }

    /** The same where one is free now and nobody waits for it. */
    boolean tryThread() {
        try {
            return free.tryAcquire(0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Work for the thread that its caller took. */
    <T> Job<T> job(Callable<T> work) {
        return new Job<>(work, free, deadline);
    }

    void execute(Job<?> job) {
        try {
            threads.execute(job);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            free.release();
            throw noThread;
        }
    }

    /** What waits or runs. */
    int length() {
        return free.getQueueLength() + size - free.availablePermits();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> T result(Callable<T> work)
            throws OverdueException, ExecutionException, InterruptedException {
        Job<T> job = job(work);
        execute(job);
        try {
            return job.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new OverdueException();
        } finally {
            job.cancel(true);
        }
    }

    /** One piece of work. Its thread is free again when it has ended, which one that is given up may be slow to do. */
    static final class Job<T> extends FutureTask<T> {

        private final Semaphore free;
        private final long end;
        private volatile Runnable whenDone = () -> {};

        private Job(Callable<T> work, Semaphore free, Duration deadline) {
            super(work);
            this.free = free;
            this.end = System.nanoTime() + deadline.toNanos();
        }

        /** What is to happen once this is done or given up; said before it is executed. */
        void whenDone(Runnable then) {
            whenDone = then;
        }

        /** Until this is overdue. */
        long nanosLeft() {
            return end - System.nanoTime();
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                free.release();
            }
        }

        @Override
        protected void done() {
            whenDone.run();
        }
    }
}
