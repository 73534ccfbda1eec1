package dev.svgym.configremediation.model;

import java.util.List;

/**
 * Where a position of a text lies in the objects that were read from it.
 *
 * @param object id of the object, with {@code /container} behind it where the place is in one
 * @param resource id of the object
 * @param path keyed path within the object to the value that stands there; not empty
 * @param pod keyed path of the pod template that holds it; empty where there is none
 */
public record Place(String object, String resource, List<String> path, List<String> pod) {

    public Place {
        path = List.copyOf(path);
        pod = List.copyOf(pod);
    }
}
