package dev.svgym.configremediation.generation.kubernetes;

import java.util.Optional;

/**
 * A way to violate a rule.
 *
 * @param rule id
 * @param target what it is done to
 */
record Injection(String rule, Target target, Recipe recipe) {

    /** What a fault is put into. */
    enum Target {
        POD,
        CONTAINER
    }

    /** Draws a fault for one place. */
    interface Recipe {

        /** Empty where the place does not suit. */
        Optional<Injected> at(Site site);
    }

    static Injection ofPod(String rule, Recipe recipe) {
        return new Injection(rule, Target.POD, recipe);
    }

    static Injection ofContainer(String rule, Recipe recipe) {
        return new Injection(rule, Target.CONTAINER, recipe);
    }
}
