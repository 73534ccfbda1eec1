package dev.svgym.configremediation.catalogue;

import java.util.List;

/**
 * A place that a repair of a violation may change, and how.
 *
 * @param at where {@code path} starts
 * @param path keys downwards; {@code *} is any one key, {@code $key} the key of the violated element (the container's
 *     or volume's name), and {@code name=$key} any one key whose mapping has that value under that name
 * @param allow the change must satisfy one of these; never empty
 */
public record FixPath(Anchor at, List<String> path, List<Constraint> allow) {

    public FixPath {
        path = List.copyOf(path);
        allow = List.copyOf(allow);
        if (allow.isEmpty()) {
            throw new IllegalArgumentException("a fix path needs at least one constraint");
        }
    }

    /** Where a fix path starts. */
    public enum Anchor {
        /** At the violated element, such as a container. */
        ELEMENT,
        /** At the root of the pod template (or pod) that holds the element: {@code metadata} and {@code spec} are its keys. */
        POD,
        /** At the root of the object. */
        OBJECT
    }
}
