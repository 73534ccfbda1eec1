package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Fault;
import java.util.List;

/**
 * A fault for one place.
 *
 * @param place what it is put into
 * @param faults what the scan then finds
 * @param slot what it takes: no other fault with the same slot goes into the same place, nor one into a pod and another
 *     into its containers
 * @param prepare what the clean config must be like
 * @param fault puts the fault in; the repair takes it out again
 * @param trap a repair that tempts and fails, done to the config with the fault
 */
record Injected(Place place, List<Fault> faults, String slot, Edit prepare, Edit fault, Edit trap) {

    Injected {
        faults = List.copyOf(faults);
    }

    /** Index of the document. */
    int document() {
        return place.document();
    }

    /** Whether only one of the two can be there. */
    boolean clashesWith(Injected other) {
        return document() == other.document()
                && slot.equals(other.slot)
                && (place.isPod() || other.place.isPod() || place.equals(other.place));
    }

    /** The same on another clean config. */
    Injected prepared(Edit edit) {
        return new Injected(place, faults, slot, edit, fault, trap);
    }
}
