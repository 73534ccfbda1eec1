package dev.svgym.server.load;

import java.util.Optional;

/**
 * What is sent, and for how long.
 *
 * @param url of a server that runs; empty to start one
 * @param split whose tasks are answered, from the first on
 * @param rollouts consecutive answers to one task
 * @param batch items of one request, in the run of batches
 * @param connections that each keep one request under way
 * @param warmUp seconds before anything is counted, in each run
 * @param seconds that are counted, in each run
 * @param jvm options of a server that is started, separated by blanks
 */
record Options(
        Optional<String> url,
        String environment,
        String split,
        int rollouts,
        int batch,
        int connections,
        int warmUp,
        int seconds,
        String jvm) {

    Run.Load load() {
        return new Run.Load(connections, warmUp, seconds);
    }

    /** Of arguments {@code name=value}. */
    static Options of(String[] arguments) {
        var given = new Arguments(arguments);
        var options =
                new Options(
                        given.text("url"),
                        given.text("environment").orElse("e1-network-logs"),
                        given.text("split").orElse("train"),
                        given.number("rollouts", 8),
                        given.number("batch", 64),
                        given.number("connections", 8),
                        given.number("warmup", 10),
                        given.number("seconds", 10),
                        given.text("jvm").orElse(""));
        given.end(
                "url, environment, split, rollouts, batch, connections, warmup, seconds, jvm");
        return options;
    }
}
