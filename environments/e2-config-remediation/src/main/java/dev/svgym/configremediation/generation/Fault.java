package dev.svgym.configremediation.generation;

import dev.svgym.environment.generation.RandomStream;
import java.util.List;

/**
 * A violation that was put into a config: what the scan must find there.
 *
 * @param object {@code Kind/namespace/name[/container]}
 * @param path keyed path within the object
 */
public record Fault(String rule, String object, List<String> path) {

    public Fault {
        path = List.copyOf(path);
    }

    /**
     * What a remark says of it where somebody has accepted it.
     *
     * @param event until which it may be so
     */
    public String accepted(String event, RandomStream random) {
        String reason =
                random.oneOf(
                        List.of(
                                "accepted until " + event,
                                "approved by the security board",
                                "accepted by the owner, reviewed every quarter"));
        return "%s %s, EX-%s".formatted(rule, reason, 100 + random.below(900));
    }
}
