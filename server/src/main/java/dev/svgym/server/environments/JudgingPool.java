package dev.svgym.server.environments;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Platform threads that compute while virtual ones wait: a verifier that takes seconds must not occupy the carriers of
 * all requests. What is queued and what runs is bounded. Safe for use by many threads.
 */
final class JudgingPool implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore places;
    private final int capacity;
    private final Duration deadline;

    /** No place became free in time. */
    static final class FullException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The work ran for longer than it may and was interrupted. */
    static final class OverdueException extends Exception {
        private static final long serialVersionUID = 1;
    }

    JudgingPool(int threads, int queue, Duration deadline) {
        this.threads =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("judging-", 0).daemon().factory());
        this.capacity = threads + queue;
        this.places = new Semaphore(capacity, true);
        this.deadline = deadline;
    }

    /** Refuses at once where no place is free, and after {@code patience} where no thread has become free. */
    <T> T now(Callable<T> work, Duration patience)
            throws FullException, OverdueException, ExecutionException, InterruptedException {
        if (!places.tryAcquire()) {
            throw new FullException();
        }
        var job = start(work);
        try {
            if (!job.started.await(patience.toMillis(), TimeUnit.MILLISECONDS)
                    && job.cancel(true)) {
                throw new FullException();
            }
            return result(job);
        } finally {
            job.cancel(true);
        }
    }

    /** Waits for a place and a thread as long as it takes. */
    <T> T inTurn(Callable<T> work)
            throws OverdueException, ExecutionException, InterruptedException {
        places.acquire();
        var job = start(work);
        try {
            job.started.await();
            return result(job);
        } finally {
            job.cancel(true);
        }
    }

    /** Takes a place for a job, as soon as one is free; {@link #execute} gives it back when the job is done. */
    void awaitPlace() throws InterruptedException {
        places.acquire();
    }

    /** The same where one is free now. */
    boolean tryPlace() {
        return places.tryAcquire();
    }

    /** Work that takes the place that its caller has. */
    <T> Job<T> job(Callable<T> work) {
        return new Job<>(work, places, deadline);
    }

    void execute(Job<?> job) {
        threads.execute(job);
    }

    /** What is queued or runs. */
    int length() {
        return capacity - places.availablePermits();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> Job<T> start(Callable<T> work) {
        var job = job(work);
        execute(job);
        return job;
    }

    private <T> T result(Job<T> job)
            throws OverdueException, ExecutionException, InterruptedException {
        try {
            return job.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new OverdueException();
        }
    }

    /** One piece of work; its place is free again as soon as it is done or given up. */
    static final class Job<T> extends FutureTask<T> {

        private static final long NOT_STARTED = Long.MIN_VALUE;

        private final CountDownLatch started = new CountDownLatch(1);
        private final Semaphore places;
        private final long deadline;
        private volatile long startedAt = NOT_STARTED;
        private volatile Runnable whenDone = () -> {};

        private Job(Callable<T> work, Semaphore places, Duration deadline) {
            super(work);
            this.places = places;
            this.deadline = deadline.toNanos();
        }

        /** What is to happen once this is done or given up; said before it is executed. */
        void whenDone(Runnable then) {
            whenDone = then;
        }

        /** Until this is overdue; the whole deadline where it waits for a thread. */
        long nanosLeft() {
            long at = startedAt;
            return at == NOT_STARTED ? deadline : at + deadline - System.nanoTime();
        }

        @Override
        public void run() {
            startedAt = System.nanoTime();
            started.countDown();
            super.run();
        }

        @Override
        protected void done() {
            places.release();
            whenDone.run();
        }
    }
}
