package dev.svgym.server.load;

import dev.svgym.server.load.KeepAlive.Reply;
import dev.svgym.server.load.Run.Measured;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints verdicts a second and CPU milliseconds of {@code POST /v1/verify}, in batches and one by one, beside requests
 * that are not judged.
 */
public final class LoadGenerator {

    /** One reply of so many is read as JSON and checked; of the others the status. */
    private static final int CHECKED = 61;

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
            verdicts(server, options, options.batch(), "verdicts, batches of " + options.batch());
            verdicts(server, options, 1, "verdicts, single items");
            print(
                    "no verdict, liveness",
                    1,
                    Run.measure(
                            server,
                            options.load(),
                            KeepAlive::new,
                            connection ->
                                    require(
                                            connection.get("/actuator/health/ping"),
                                            "a reply",
                                            _ -> true)));
        }
    }

    private static void verdicts(
            ServerUnderLoad server, Options options, int items, String what) throws Exception {
        var requests = new Requests(options, items);
        print(
                what,
                items,
                Run.measure(
                        server,
                        options.load(),
                        KeepAlive::new,
                        connection ->
                                require(
                                        connection.post("/v1/verify", requests.next()),
                                        items + " verdicts",
                                        reply ->
                                                ThreadLocalRandom.current().nextInt(CHECKED) > 0
                                                        || isSound(reply, items))));
    }

    private static void require(Reply reply, String what, Predicate<Reply> sound) {
        if (reply.status() != 200 || !sound.test(reply)) {
            throw new IllegalStateException(
                    "need %s, got %d: %s".formatted(what, reply.status(), reply.body()));
        }
    }

    private static boolean isSound(Reply reply, int items) {
        JsonNode verdicts = JsonMapper.shared().readTree(reply.body()).path("verdicts");
        return verdicts.size() == items
                && verdicts.valueStream()
                        .noneMatch(verdict -> verdict.path("outcome").asString().equals("error"));
    }

    private static void print(String what, int verdicts, Measured measured) {
        long number = measured.calls() * verdicts;
        System.out.printf(
                "%-24s %12.0f %20.1f %20.1f %9.2f %9.2f%n",
                what,
                number / measured.seconds(),
                1000 * measured.serverMillis() / number,
                1000 * measured.clientMillis() / number,
                measured.median(),
                measured.slow());
    }
}
