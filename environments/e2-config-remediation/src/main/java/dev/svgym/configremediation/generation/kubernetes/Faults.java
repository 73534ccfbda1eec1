package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gathers faults that go together, up to a number of violations. */
final class Faults {

    private static final String CONTEXT = "securityContext";

    private final List<ObjectNode> clean;
    private final List<Injected> injected = new ArrayList<>();
    private final Set<Place> shared = new HashSet<>();
    private int left;

    /**
     * @param clean the documents without faults; what a fault needs is done to them
     * @param most violations
     */
    Faults(List<ObjectNode> clean, int most) {
        this.clean = clean;
        this.left = most;
    }

    /** Violations that may still come. */
    int left() {
        return left;
    }

    List<Injected> injected() {
        return injected;
    }

    /**
     * Adds a fault where it goes with the others.
     *
     * @param sharing whether one that is in a security context goes into all equal ones of the pod, where an anchor may
     *     then hold them together
     */
    void add(Injected drawn, boolean sharing) {
        if (drawn.faults().size() > left
                || shared.contains(drawn.place())
                || injected.stream().anyMatch(drawn::clashesWith)) {
            return;
        }
        Injected taken = sharing ? spread(drawn) : drawn;
        taken.prepare().on(clean);
        injected.add(taken);
        left -= taken.faults().size();
    }

    /** The same fault in all equal security contexts of the pod, if they are free of others. */
    private Injected spread(Injected one) {
        Place place = one.place();
        boolean suits =
                !place.isPod()
                        && one.prepare().equals(Edit.NONE)
                        && one.faults().stream()
                                .allMatch(
                                        fault -> fieldOf(place, fault).getFirst().equals(CONTEXT));
        if (!suits) {
            return one;
        }
        JsonNode context = place.node(clean).path(CONTEXT);
        List<Place> equal =
                place.containersOf(clean).stream()
                        .filter(other -> other.node(clean).path(CONTEXT).equals(context))
                        .toList();
        boolean free =
                injected.stream()
                        .noneMatch(before ->
                                before.document() == place.document()
                                        && equal.stream()
                                                .anyMatch(other ->
                                                        other.name()
                                                                .equals(before.place().name())));
        if (!free || equal.size() * one.faults().size() > left) {
            return one;
        }
        shared.addAll(equal);
        List<Fault> faults = new ArrayList<>();
        for (Place other : equal) {
            for (Fault fault : one.faults()) {
                String[] field = fieldOf(place, fault).toArray(String[]::new);
                faults.add(other.fault(fault.rule(), field));
            }
        }
        Edit everywhere =
                documents -> {
                    one.fault().on(documents);
                    JsonNode faulty = place.node(documents).path(CONTEXT);
                    for (Place other : equal) {
                        if (faulty.isMissingNode()) {
                            other.node(documents).remove(CONTEXT);
                        } else {
                            other.node(documents).set(CONTEXT, faulty.deepCopy());
                        }
                    }
                };
        return new Injected(place, faults, one.slot(), one.prepare(), everywhere, one.trap());
    }

    /** The keys from the container to what is wrong. */
    private static List<String> fieldOf(Place place, Fault fault) {
        int container = place.fault("").path().size();
        return fault.path().subList(container, fault.path().size());
    }
}
