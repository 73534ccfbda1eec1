package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.Fault;

/**
 * A fault at its place.
 *
 * @param put makes it
 * @param trap a repair of it that must fail, on top
 */
record Injected(Fault fault, Spot spot, Edit put, Edit trap) {

    /** Whether two faults get in each other's way. */
    boolean clashesWith(Injected other) {
        return spot.clashesWith(other.spot) || fault.equals(other.fault);
    }
}
