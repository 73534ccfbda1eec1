package dev.svgym.server.load;

import java.util.HashMap;
import java.util.Map;
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

    /** Of arguments {@code name=value}. */
    static Options of(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length == 2 && !parts[1].isBlank()) {
                given.put(parts[0], parts[1].strip());
            } else if (parts.length != 2) {
                throw new IllegalArgumentException("need name=value, got " + argument);
            }
        }
        var options =
                new Options(
                        Optional.ofNullable(given.remove("url")),
                        taken(given, "environment", "e1-network-logs"),
                        taken(given, "split", "train"),
                        number(given, "rollouts", 8),
                        number(given, "batch", 64),
                        number(given, "connections", 8),
                        number(given, "warmup", 10),
                        number(given, "seconds", 10),
                        taken(given, "jvm", ""));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "need url, environment, split, rollouts, batch, connections, warmup, seconds, jvm, got "
                            + given.keySet());
        }
        return options;
    }

    private static String taken(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        int value = Integer.parseInt(taken(given, name, Integer.toString(otherwise)));
        if (value < 1) {
            throw new IllegalArgumentException("need %s of at least 1, got %d".formatted(name, value));
        }
        return value;
    }
}
