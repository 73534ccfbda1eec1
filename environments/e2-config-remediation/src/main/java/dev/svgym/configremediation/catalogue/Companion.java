package dev.svgym.configremediation.catalogue;

import java.util.List;

/**
 * An object that a repair may add beside a broken one, at most one of its type for each.
 *
 * @param type of the object
 * @param bind attribute that says which object it belongs to
 * @param fields what else may stand in it, from its root
 */
public record Companion(String type, String bind, List<FixPath> fields) {

    public Companion {
        fields = List.copyOf(fields);
    }
}
