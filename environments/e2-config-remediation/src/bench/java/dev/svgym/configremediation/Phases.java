package dev.svgym.configremediation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs work from many callers for a while and prints what it took. */
final class Phases {

    static final String HEAD =
            "%-34s %9s %9s %9s %9s %9s %9s %9s"
                    .formatted(
                            "",
                            "a second",
                            "p50 ms",
                            "p99 ms",
                            "CPU-ms",
                            "here",
                            "started",
                            "RSS MB");

    private static final int MOST_WARMINGS = 8;

    /** Share of one processor that the compiler may take. */
    private static final double QUIET = 0.05;

    private final int callers;
    private final Duration length;

    Phases(int callers, Duration length) {
        this.callers = callers;
        this.length = length;
    }

    /** Works until the just-in-time compiler is quiet, so that it is not measured; says so where it never is. */
    void warm(String name, IntConsumer work) throws InterruptedException, ExecutionException {
        var compiler = ManagementFactory.getCompilationMXBean();
        var next = new AtomicInteger();
        double share = 1;
        for (int i = 0; i < MOST_WARMINGS && share > QUIET; i++) {
            long before = compiler.getTotalCompilationTime();
            Measured measured = measure(name, callers, 1, _ -> work.accept(next.getAndIncrement()));
            share = (compiler.getTotalCompilationTime() - before) / (1000 * measured.seconds());
        }
        if (share > QUIET) {
            System.out.printf("(%s: the compiler still takes %.0f %% of a processor)%n", name, 100 * share);
        }
    }

    /** How often the work was done, a second. */
    double run(String name, IntConsumer work) throws InterruptedException, ExecutionException {
        return print(name, measure(name, callers, 1, work));
    }

    /** The same for work that takes several texts at a time. */
    double runBatches(String name, int size, int atATime, Consumer<List<String>> work)
            throws InterruptedException, ExecutionException {
        return print(
                name,
                measure(name, atATime, size, i -> work.accept(ScanLoad.texts(i * size, size))));
    }

    private record Measured(double seconds, List<Long> nanos, int size, ProcessTree.Cpu cpu, long mostRss) {}

    private Measured measure(String name, int atATime, int size, IntConsumer work)
            throws InterruptedException, ExecutionException {
        var latencies = new ConcurrentLinkedQueue<Long>();
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(atATime);
                var tree = new ProcessTree()) {
            ProcessTree.Cpu cpu = tree.cpu();
            long start = System.nanoTime();
            long end = start + length.toNanos();
            List<Future<?>> running =
                    IntStream.range(0, atATime)
                            .<Future<?>>mapToObj(
                                    _ -> threads.submit(() -> call(work, next, end, latencies)))
                            .toList();
            for (Future<?> one : running) {
                one.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            List<Long> nanos = latencies.stream().sorted().toList();
            if (nanos.isEmpty()) {
                throw new IllegalStateException(name + " did nothing");
            }
            return new Measured(seconds, nanos, size, tree.cpu().since(cpu), tree.mostRss());
        }
    }

    private static void call(
            IntConsumer work, AtomicInteger next, long end, ConcurrentLinkedQueue<Long> latencies) {
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            work.accept(next.getAndIncrement());
            latencies.add(System.nanoTime() - start);
        }
    }

    private static double print(String name, Measured measured) {
        List<Long> nanos = measured.nanos();
        double done = (double) nanos.size() * measured.size();
        System.out.printf(
                "%-34s %9.1f %9.1f %9.1f %9.2f %9.2f %9.2f %9d%n",
                name,
                done / measured.seconds(),
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6,
                1000 * (measured.cpu().own() + measured.cpu().started()) / done,
                1000 * measured.cpu().own() / done,
                1000 * measured.cpu().started() / done,
                measured.mostRss() >> 20);
        return done / measured.seconds();
    }
}
