package dev.svgym.configremediation.redteam;

import static dev.svgym.configremediation.redteam.Documents.containers;
import static dev.svgym.configremediation.redteam.Documents.elements;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds variables of containers whose values are violated, and writes what they hold otherwise. */
final class Variables {

    static final int SHORTEST_SECRET = 6;

    /** An honest source of a secret. */
    static final String FROM = "{'secretKeyRef': {'name': 'app', 'key': 'key'}}";

    private Variables() {}

    /** An edit of a variable. */
    @FunctionalInterface
    interface Edit {

        boolean apply(ObjectNode pod, ObjectNode container, ObjectNode variable);
    }

    static boolean secrets(Documents documents, Target target, Edit edit) {
        return documents.any(object ->
                variables(
                        object,
                        target.found(),
                        (pod, container, variable) ->
                                text(variable).length() >= SHORTEST_SECRET
                                        && edit.apply(pod, container, variable)));
    }

    static boolean isSwitch(ObjectNode variable) {
        return text(variable).length() < SHORTEST_SECRET;
    }

    /** Edits the first variable of an object whose value is violated and which takes the edit. */
    static boolean variables(ObjectNode object, List<String> found, Edit edit) {
        return Documents.podSpec(object) instanceof ObjectNode pod
                && containers(pod).stream()
                        .anyMatch(container ->
                                elements(container, "env").stream()
                                        .filter(variable -> found.contains(text(variable)))
                                        .anyMatch(
                                                variable -> edit.apply(pod, container, variable)));
    }

    static boolean dropped(ObjectNode parent, String list, ObjectNode element) {
        ArrayNode elements = (ArrayNode) parent.path(list);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).equals(element)) {
                elements.remove(i);
                return true;
            }
        }
        return false;
    }

    static String text(ObjectNode variable) {
        return variable.path("value").asString("");
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hexadecimal(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
