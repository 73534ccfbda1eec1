package dev.svgym.server.load;

import dev.svgym.server.load.KeepAlive.Reply;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends one kind of request over a number of connections for some time, as fast as replies come. */
final class Run {

    /** One reply of so many is read as JSON and checked; of the others the status. */
    private static final int CHECKED = 61;

    private final ServerUnderLoad server;
    private final Call call;
    private final int items;
    private final long from;
    private final long until;

    /** One request. */
    interface Call {
        Reply on(KeepAlive connection) throws IOException;
    }

    /**
     * What was measured.
     *
     * @param seconds that were counted
     * @param verdicts in them
     * @param median latency of requests in milliseconds
     * @param slow latency in milliseconds that one of a hundred requests exceeded
     * @param serverMillis CPU time of the server
     * @param clientMillis CPU time of this process
     */
    record Measured(
            double seconds,
            long verdicts,
            double median,
            double slow,
            double serverMillis,
            double clientMillis) {

        double perSecond() {
            return verdicts / seconds;
        }
    }

    private Run(ServerUnderLoad server, Call call, int items, long from, long until) {
        this.server = server;
        this.call = call;
        this.items = items;
        this.from = from;
        this.until = until;
    }

    /**
     * @param items verdicts of one reply; 0 where replies are not verdicts, and requests are counted
     */
    static Measured measure(ServerUnderLoad server, Options options, int items, Call call)
            throws IOException, InterruptedException, ExecutionException {
        long from = System.nanoTime() + options.warmUp() * 1_000_000_000L;
        long until = from + options.seconds() * 1_000_000_000L;
        var run = new Run(server, call, items, from, until);
        try (var threads = Executors.newFixedThreadPool(options.connections())) {
            List<Future<List<Double>>> connections = new ArrayList<>();
            for (int i = 0; i < options.connections(); i++) {
                connections.add(threads.submit(run::send));
            }
            Thread.sleep(options.warmUp() * 1000L);
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
                    options.seconds(),
                    (long) sorted.length * Math.max(1, items),
                    sorted[sorted.length / 2],
                    sorted[sorted.length * 99 / 100],
                    serverMillis,
                    clientMillis);
        }
    }

    /** The latencies of the requests of one connection that ended while it counted. */
    private List<Double> send() throws IOException {
        List<Double> latencies = new ArrayList<>();
        try (var connection = new KeepAlive(server.url())) {
            int sent = 0;
            for (long before = System.nanoTime(); before < until; ) {
                Reply reply = call.on(connection);
                long after = System.nanoTime();
                if (reply.status() != 200 || (items > 0 && sent % CHECKED == 0 && !isSound(reply))) {
                    throw new IllegalStateException(
                            "need %d verdicts, got %d: %s"
                                    .formatted(
                                            items,
                                            reply.status(),
                                            reply.body()));
                }
                if (after >= from && after < until) {
                    latencies.add((after - before) / 1e6);
                }
                before = after;
                sent++;
            }
        }
        return latencies;
    }

    private boolean isSound(Reply reply) {
        JsonNode verdicts = JsonMapper.shared().readTree(reply.body()).path("verdicts");
        return verdicts.size() == items
                && verdicts.valueStream()
                        .noneMatch(verdict -> verdict.path("outcome").asString().equals("error"));
    }

    private static double ownMillis() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e6
                : Double.NaN;
    }
}
