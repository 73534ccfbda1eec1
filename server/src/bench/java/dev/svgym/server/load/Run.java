package dev.svgym.server.load;

import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing over a number of connections for some time, as fast as replies come. */
final class Run<C extends Closeable> {

    private final ServerUnderLoad server;
    private final Opening<C> opening;
    private final Call<C> call;
    private final long from;
    private final long until;

    /** Opens a connection. */
    interface Opening<C> {
        C to(URI server) throws IOException;
    }

    /** One request or several that belong together; throws where a reply is not what it must be. */
    interface Call<C> {
        void on(C connection) throws IOException;
    }

    /**
     * How much is asked for.
     *
     * @param connections that each keep one call under way
     * @param warmUp seconds before anything is counted
     * @param seconds that are counted
     */
    record Load(int connections, int warmUp, int seconds) {}

    /**
     * What was measured.
     *
     * @param seconds that were counted
     * @param calls in them
     * @param median latency of calls in milliseconds
     * @param slow latency in milliseconds that one of a hundred calls exceeded
     * @param serverMillis CPU time of the server
     * @param clientMillis CPU time of this process
     */
    record Measured(
            double seconds,
            long calls,
            double median,
            double slow,
            double serverMillis,
            double clientMillis) {}

    private Run(ServerUnderLoad server, Opening<C> opening, Call<C> call, long from, long until) {
        this.server = server;
        this.opening = opening;
        this.call = call;
        this.from = from;
        this.until = until;
    }

    static <C extends Closeable> Measured measure(
            ServerUnderLoad server, Load load, Opening<C> opening, Call<C> call)
            throws IOException, InterruptedException, ExecutionException {
        long from = System.nanoTime() + load.warmUp() * 1_000_000_000L;
        long until = from + load.seconds() * 1_000_000_000L;
        var run = new Run<>(server, opening, call, from, until);
        try (var threads = Executors.newFixedThreadPool(load.connections())) {
            List<Future<List<Double>>> connections = new ArrayList<>();
            for (int i = 0; i < load.connections(); i++) {
                connections.add(threads.submit(run::call));
            }
            Thread.sleep(load.warmUp() * 1000L);
            double serverBefore = server.cpuMillis();
            double clientBefore = ownMillis();
            Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
            double clientMillis = ownMillis() - clientBefore;
            double serverMillis = server.cpuMillis() - serverBefore;
            List<Double> latencies = new ArrayList<>();
            for (Future<List<Double>> connection : connections) {
                latencies.addAll(connection.get());
            }
            double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return new Measured(
                    load.seconds(),
                    sorted.length,
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 99 / 100],
                    serverMillis,
                    clientMillis);
        }
    }

    /** The latencies of the calls of one connection that ended while it counted. */
    private List<Double> call() throws IOException {
        List<Double> latencies = new ArrayList<>();
        try (C connection = opening.to(server.url())) {
            for (long before = System.nanoTime(); before < until; ) {
                call.on(connection);
                long after = System.nanoTime();
                if (after >= from && after < until) {
                    latencies.add((after - before) / 1e6);
                }
                before = after;
            }
        }
        return latencies;
    }

    private static double ownMillis() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e6
                : Double.NaN;
    }
}
