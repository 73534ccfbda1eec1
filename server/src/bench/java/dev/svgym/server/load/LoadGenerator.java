package dev.svgym.server.load;

import dev.svgym.server.load.Run.Measured;

/**
 * Prints verdicts a second and CPU milliseconds of {@code POST /v1/verify}, in batches and one by one, beside requests
 * that are not judged.
 */
public final class LoadGenerator {

    private LoadGenerator() {}

    /**
     * Measures three runs.
     *
     * @param arguments {@code name=value}, as {@link Options} says
     */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        try (var server = ServerUnderLoad.of(options)) {
            System.out.printf(
                    "%s, split %s, %d rollouts a task, %d connections, %d processors for client and server%n",
                    options.environment(),
                    options.split(),
                    options.rollouts(),
                    options.connections(),
                    Runtime.getRuntime().availableProcessors());
            System.out.printf(
                    "%-24s %12s %20s %20s %9s %9s%n",
                    "what", "per second", "server CPU-ms/1000", "client CPU-ms/1000", "p50 ms", "p99 ms");
            print("verdicts, batches of " + options.batch(), verdicts(server, options, options.batch()));
            print("verdicts, single items", verdicts(server, options, 1));
            print(
                    "no verdict, liveness",
                    Run.measure(
                            server,
                            options,
                            0,
                            connection -> connection.get("/actuator/health/ping")));
        }
    }

    private static Measured verdicts(ServerUnderLoad server, Options options, int items)
            throws Exception {
        var requests = new Requests(options, items);
        return Run.measure(
                server,
                options,
                items,
                connection -> connection.post("/v1/verify", requests.next()));
    }

    private static void print(String what, Measured measured) {
        System.out.printf(
                "%-24s %12.0f %20.1f %20.1f %9.2f %9.2f%n",
                what,
                measured.perSecond(),
                1000 * measured.serverMillis() / measured.verdicts(),
                1000 * measured.clientMillis() / measured.verdicts(),
                measured.median(),
                measured.slow());
    }
}
