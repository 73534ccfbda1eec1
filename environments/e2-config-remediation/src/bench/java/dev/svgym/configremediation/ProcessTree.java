package dev.svgym.configremediation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** CPU time and memory of this process and those it started, as Linux tells them. */
final class ProcessTree implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100;

    private final AtomicLong most = new AtomicLong();
    private final Thread sampler =
            Thread.ofPlatform()
                    .daemon()
                    .start(
                            () -> {
                                while (!Thread.currentThread().isInterrupted()) {
                                    most.accumulateAndGet(rss(), Math::max);
                                    try {
                                        Thread.sleep(100);
                                    } catch (InterruptedException e) {
                                        return;
                                    }
                                }
                            });

    /**
     * CPU seconds.
     *
     * @param own of this process
     * @param started of processes that it started and that have ended
     */
    record Cpu(double own, double started) {

        Cpu since(Cpu before) {
            return new Cpu(own - before.own, started - before.started);
        }
    }

    Cpu cpu() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            // utime, stime, cutime, cstime
            return new Cpu(
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND,
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND);
        } catch (IOException e) {
            return new Cpu(Double.NaN, Double.NaN);
        }
    }

    /** Most bytes that were resident at once. */
    long mostRss() {
        return most.get();
    }

    private static long rss() {
        return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
                .mapToLong(process -> rss(process.pid()))
                .sum();
    }

    private static long rss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            // It has ended.
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}
