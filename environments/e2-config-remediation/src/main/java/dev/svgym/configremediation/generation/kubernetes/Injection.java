package dev.svgym.configremediation.generation.kubernetes;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way to violate a rule.
 *
 * @param rule id
 * @param target what it is done to
 * @param kind of the object; empty: any
 */
record Injection(String rule, Target target, String kind, Recipe recipe) {

    /** What a fault is put into. */
    enum Target {
        POD,
        CONTAINER,
        OBJECT
    }

    /** Draws a fault for one place. */
    interface Recipe {

        /** Empty where the place does not suit. */
        Optional<Injected> at(Site site);
    }

    static Injection ofPod(String rule, Recipe recipe) {
        return new Injection(rule, Target.POD, "", recipe);
    }

    static Injection ofContainer(String rule, Recipe recipe) {
        return new Injection(rule, Target.CONTAINER, "", recipe);
    }

    static Injection ofObject(String rule, String kind, Recipe recipe) {
        return new Injection(rule, Target.OBJECT, kind, recipe);
    }

    /** Where it may be done. */
    List<Place> places(List<ObjectNode> documents) {
        return switch (target) {
            case POD -> Place.pods(documents);
            case CONTAINER -> Place.containers(documents);
            case OBJECT -> Place.objects(documents, kind);
        };
    }
}
