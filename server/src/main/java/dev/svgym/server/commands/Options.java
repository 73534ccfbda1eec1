package dev.svgym.server.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rest of a command line.
 *
 * @param named {@code --name=value}
 * @param others what does not begin with two hyphens, in order
 */
public record Options(Map<String, String> named, List<String> others) {

    public Options {
        named = Map.copyOf(named);
        others = List.copyOf(others);
    }

    static Options of(List<String> arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                others.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            if (equals < 0) {
                throw new UsageException("expected --name=value, got %s".formatted(argument));
            }
            String name = argument.substring(2, equals);
            if (named.put(name, argument.substring(equals + 1)) != null) {
                throw new UsageException("expected --%s once, got it twice".formatted(name));
            }
        }
        return new Options(named, others);
    }

    /** Refuses an option that the command does not know, save settings of the server, which have a dot in their name. */
    public void requireKnown(Set<String> known) {
        for (String name : named.keySet()) {
            if (!known.contains(name) && !name.contains(".")) {
                throw new UsageException("there is no option --%s".formatted(name));
            }
        }
    }

    /** Refuses what is no option. */
    public void requireNoOthers() {
        if (!others.isEmpty()) {
            throw new UsageException("expected options alone, got %s".formatted(others.getFirst()));
        }
    }

    public String require(String name) {
        return find(name)
                .orElseThrow(() -> new UsageException("expected --%s=...".formatted(name)));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** A whole number that is not negative, or what holds where the option is not there. */
    public long count(String name, long otherwise) {
        return find(name).map(text -> count(name, text)).orElse(otherwise);
    }

    private static long count(String name, String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "expected a whole number in --%s, got %s".formatted(name, text));
        }
        throw new UsageException("expected --%s=0 or more, got %s".formatted(name, text));
    }
}
