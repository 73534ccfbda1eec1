package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Fault;
import dev.svgym.environment.generation.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place with what a recipe may look at.
 *
 * @param clean the documents without faults; to read only
 * @param inForce ids of the rules
 */
record Site(Place place, List<ObjectNode> clean, Set<String> inForce, RandomStream random) {

    /** The container or the pod template, as it is without faults. */
    ObjectNode node() {
        return place.node(clean);
    }

    /** The pod, as it is without faults. */
    ObjectNode spec() {
        return place.spec(clean);
    }

    boolean isWindows() {
        return spec().path("os").path("name").asString("").equals("windows");
    }

    boolean isInUserNamespace() {
        return spec().has("hostUsers") && !spec().path("hostUsers").asBoolean();
    }

    /** Containers of the pod that do not set something themselves. */
    List<Place> containersWithout(String... field) {
        return place.containersOf(clean).stream()
                .filter(container -> {
                    JsonNode node = container.node(clean);
                    for (String key : field) {
                        node = node.path(key);
                    }
                    return node.isMissingNode();
                })
                .toList();
    }

    /**
     * One fault at this place.
     *
     * @param slot what it takes
     * @param fault changes the container or pod template
     * @param trap changes it once more
     * @param field path to what is then wrong
     */
    Optional<Injected> inject(
            String rule,
            String slot,
            Consumer<ObjectNode> fault,
            Consumer<ObjectNode> trap,
            String... field) {
        return inject(slot, List.of(place.fault(rule, field)), fault, trap);
    }

    Optional<Injected> inject(
            String slot,
            List<Fault> faults,
            Consumer<ObjectNode> fault,
            Consumer<ObjectNode> trap) {
        return Optional.of(
                new Injected(
                        place,
                        faults,
                        slot,
                        Edit.NONE,
                        documents -> fault.accept(place.node(documents)),
                        documents -> trap.accept(place.node(documents))));
    }
}
