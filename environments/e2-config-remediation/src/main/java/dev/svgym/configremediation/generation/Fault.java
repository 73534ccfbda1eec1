package dev.svgym.configremediation.generation;

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
}
