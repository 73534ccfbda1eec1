package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.Fault;
import java.util.List;

/**
 * A fault at its place.
 *
 * @param spot what is changed
 * @param path what of it; empty for all of it
 * @param put makes the fault
 * @param trap a repair of it that must fail, on top
 */
record Injected(Fault fault, Spot spot, List<String> path, Edit put, Edit trap) {

    Injected {
        path = List.copyOf(path);
    }

    /** Whether two faults get in each other's way. */
    boolean clashesWith(Injected other) {
        int shared = Math.min(path.size(), other.path.size());
        return fault.equals(other.fault)
                || takesAway(other)
                || other.takesAway(this)
                || (spot.equals(other.spot)
                        && path.subList(0, shared).equals(other.path.subList(0, shared)));
    }

    private boolean takesAway(Injected other) {
        return path.isEmpty() && other.fault.object().endsWith(spot.id());
    }
}
