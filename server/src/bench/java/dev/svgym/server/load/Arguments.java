package dev.svgym.server.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Arguments {@code name=value} of a command line, taken one by one. */
final class Arguments {

    private final Map<String, String> given = new HashMap<>();

    Arguments(String[] arguments) {
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("need name=value, got " + argument);
            }
            if (!parts[1].isBlank()) {
                given.put(parts[0], parts[1].strip());
            }
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.remove(name));
    }

    int number(String name, int otherwise) {
        int value = text(name).map(Integer::parseInt).orElse(otherwise);
        if (value < 1) {
            throw new IllegalArgumentException(
                    "need %s of at least 1, got %d".formatted(name, value));
        }
        return value;
    }

    /** Refuses what nobody took. */
    void end(String known) {
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("need %s, got %s".formatted(known, given.keySet()));
        }
    }
}
