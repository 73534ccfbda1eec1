package dev.svgym.configremediation.preservation;

import dev.svgym.configremediation.catalogue.Constraint;
import dev.svgym.configremediation.catalogue.FixPath;
import dev.svgym.configremediation.scanner.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A fix path of one violation, made absolute within its object.
 *
 * @param steps one for each key of the path
 * @param unlessThere the element that the path refers to: what refers to it may go only with it; absent where the path
 *     refers to none
 */
record AllowedPath(List<Step> steps, List<Constraint> allow, Optional<List<String>> unlessThere) {

    private static final String ANY = "*";
    private static final String ELEMENT_KEY = "$key";
    private static final String HAS_ELEMENT_KEY = "=" + ELEMENT_KEY;

    /** What a key of a path must be. */
    private sealed interface Step {

        /** This key. */
        record Key(String key) implements Step {}

        /** Any one key. */
        record AnyKey() implements Step {}

        /** Any one key whose mapping has this value under this name. */
        record KeyOf(String name, String value) implements Step {}
    }

    static AllowedPath of(FixPath fix, Violation violation) {
        List<String> anchor =
                switch (fix.at()) {
                    case ELEMENT -> violation.element();
                    case POD -> violation.pod();
                    case OBJECT -> List.of();
                };
        List<Step> steps = new ArrayList<>();
        anchor.forEach(key -> steps.add(new Step.Key(key)));
        for (String key : fix.path()) {
            steps.add(step(key, violation));
        }
        boolean refers = steps.stream().anyMatch(Step.KeyOf.class::isInstance);
        return new AllowedPath(
                List.copyOf(steps),
                fix.allow(),
                refers ? Optional.of(violation.element()) : Optional.empty());
    }

    /** A path that starts at the root and refers to no violated element. */
    static AllowedPath ofRoot(FixPath fix) {
        return new AllowedPath(
                fix.path().stream()
                        .<Step>map(key -> key.equals(ANY) ? new Step.AnyKey() : new Step.Key(key))
                        .toList(),
                fix.allow(),
                Optional.empty());
    }

    private static Step step(String key, Violation violation) {
        if (key.equals(ANY)) {
            return new Step.AnyKey();
        }
        if (key.equals(ELEMENT_KEY)) {
            return new Step.Key(violation.element().getLast());
        }
        if (key.endsWith(HAS_ELEMENT_KEY)) {
            return new Step.KeyOf(
                    key.substring(0, key.length() - HAS_ELEMENT_KEY.length()),
                    violation.element().getLast());
        }
        return new Step.Key(key);
    }

    /** Whether this path's places refer to the element, so that they go with it and are no change of their own. */
    boolean refersToItsElement() {
        return unlessThere.isPresent();
    }

    /** Whether the repaired tree still has the element that this path's places refer to. */
    boolean refersToWhatStays(JsonNode repaired) {
        JsonNode node = repaired;
        for (String key : unlessThere.orElse(List.of())) {
            node = node.path(key);
        }
        return unlessThere.isPresent() && !node.isMissingNode();
    }

    /** Whether this path is the given one. */
    boolean is(List<String> path, JsonNode root) {
        return steps.size() == path.size() && leadsThrough(path, root);
    }

    /** Whether this path goes on below the given one. */
    boolean goesBelow(List<String> path, JsonNode root) {
        return steps.size() > path.size() && leadsThrough(path, root);
    }

    /** Whether the key at this place of the path is written out, and not any. */
    boolean names(int place) {
        return !(steps.get(place) instanceof Step.AnyKey);
    }

    private boolean leadsThrough(List<String> path, JsonNode root) {
        Optional<JsonNode> node = Optional.of(root);
        for (int i = 0; i < path.size(); i++) {
            String key = path.get(i);
            node = node.flatMap(parent -> Optional.ofNullable(parent.get(key)));
            boolean matches =
                    switch (steps.get(i)) {
                        case Step.Key(var expected) -> expected.equals(key);
                        case Step.AnyKey _ -> true;
                        case Step.KeyOf(var name, var value) ->
                                node.map(n -> n.path(name).asString("").equals(value))
                                        .orElse(false);
                    };
            if (!matches) {
                return false;
            }
        }
        return true;
    }
}
