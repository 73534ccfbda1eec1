package dev.svgym.configremediation.scanner;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Scans that wait for a batch. Bounded; safe for use by many threads. */
final class WaitingScans {

    /** Characters beyond which a batch takes no more, so that one does not wait for many large others. */
    private static final int MOST_CHARACTERS = 2 * 1024 * 1024;

    /** How much longer a batch may wait while another runs: a start is dear, and the processor has something to do. */
    private static final int WHILE_OTHERS_RUN = 20;

    private final int capacity;
    private final int mostTargets;
    private final Duration window;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Waiting> together = new ArrayDeque<>();
    private final Deque<Waiting> alone = new ArrayDeque<>();
    private int targets;
    private int running;

    WaitingScans(int capacity, int mostTargets, Duration window) {
        this.capacity = capacity;
        this.mostTargets = mostTargets;
        this.window = window;
    }

    /**
     * One scan.
     *
     * @param files of it, in order
     * @param started done once a batch has taken it
     * @param done what became of each file, in order; fails with {@link LostBatchException}
     */
    record Waiting(
            List<TextTarget> files,
            CompletableFuture<Boolean> started,
            CompletableFuture<List<TextReport.OfTarget>> done) {

        static Waiting of(List<TextTarget> files) {
            return new Waiting(files, new CompletableFuture<>(), new CompletableFuture<>());
        }

        private int characters() {
            return files.stream().mapToInt(file -> file.text().length()).sum();
        }
    }

    /** False where there is no room. */
    boolean offer(Waiting scan, boolean byItself) {
        lock.lock();
        try {
            if (length() >= capacity) {
                return false;
            }
            if (byItself) {
                alone.add(scan);
            } else {
                together.add(scan);
                targets += scan.files().size();
            }
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void withdraw(Waiting scan) {
        lock.lock();
        try {
            if (!alone.remove(scan) && together.remove(scan)) {
                targets -= scan.files().size();
            }
        } finally {
            lock.unlock();
        }
    }

    int length() {
        lock.lock();
        try {
            return alone.size() + together.size();
        } finally {
            lock.unlock();
        }
    }

    /** The next batch, never empty; waits for it. Whoever takes it says when it is {@link #finished}. */
    List<Waiting> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                while (alone.isEmpty() && together.isEmpty()) {
                    arrived.await();
                }
                gather();
                if (!alone.isEmpty()) {
                    running++;
                    return List.of(alone.remove());
                }
                if (!together.isEmpty()) {
                    running++;
                    return batch();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void finished() {
        lock.lock();
        try {
            running--;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void gather() throws InterruptedException {
        long start = System.nanoTime();
        while (alone.isEmpty() && targets < mostTargets) {
            long most = running == 0 ? window.toNanos() : WHILE_OTHERS_RUN * window.toNanos();
            long left = start + most - System.nanoTime();
            if (left <= 0) {
                return;
            }
            arrived.awaitNanos(left);
        }
    }

    private List<Waiting> batch() {
        List<Waiting> batch = new ArrayList<>();
        int files = 0;
        int characters = 0;
        while (!together.isEmpty()) {
            Waiting next = together.peek();
            files += next.files().size();
            characters += next.characters();
            if (!batch.isEmpty() && (files > mostTargets || characters > MOST_CHARACTERS)) {
                break;
            }
            together.remove();
            targets -= next.files().size();
            batch.add(next);
        }
        if (!together.isEmpty()) {
            arrived.signal();
        }
        return batch;
    }
}
