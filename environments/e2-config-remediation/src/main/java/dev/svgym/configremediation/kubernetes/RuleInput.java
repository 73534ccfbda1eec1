package dev.svgym.configremediation.kubernetes;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Objects as the rules read them; {@code policies/README.md} says the form. */
final class RuleInput {

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode objects = root.putArray("objects");

    /** Shares the trees that were added. */
    ObjectNode root() {
        return root;
    }

    void add(Manifest manifest) {
        ObjectNode object = objects.addObject();
        object.put("id", manifest.id());
        object.put("kind", manifest.kind().kind());
        object.put("api_version", manifest.kind().apiVersion());
        object.put("namespace", manifest.namespace());
        object.put("name", manifest.name());
        object.put("file", manifest.file());
        object.set("body", manifest.tree());
        ArrayNode pods = object.putArray("pods");
        Optional<Pod> pod = manifest.pod();
        pod.ifPresent(one -> add(one, manifest.id(), pods.addObject()));
    }

    private static void add(Pod pod, String id, ObjectNode node) {
        path(pod.path(), node);
        node.set("metadata", pod.metadata());
        node.set("spec", pod.spec());
        ArrayNode containers = node.putArray("containers");
        for (Pod.Container container : pod.containers()) {
            ObjectNode child = containers.addObject();
            child.put("id", id + "/" + container.name());
            child.put("list", container.list());
            child.put("name", container.name());
            path(container.path(), child);
            child.set("spec", container.spec());
        }
    }

    private static void path(List<String> path, ObjectNode node) {
        ArrayNode keys = node.putArray("path");
        path.forEach(keys::add);
    }
}
