package dev.svgym.configremediation.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pod, or the template of one, in a keyed tree.
 *
 * @param path of it within its object; empty where the object is a pod
 * @param metadata empty where there is none
 * @param spec empty where there is none
 */
record Pod(List<String> path, ObjectNode metadata, ObjectNode spec) {

    private static final List<String> LISTS =
            List.of("containers", "initContainers", "ephemeralContainers");

    private static final List<String> SPEC_TEMPLATE = List.of("spec", "template");

    private static final Map<String, List<String>> PATHS =
            Map.of(
                    "Pod", List.of(),
                    "PodTemplate", List.of("template"),
                    "Deployment", SPEC_TEMPLATE,
                    "ReplicaSet", SPEC_TEMPLATE,
                    "StatefulSet", SPEC_TEMPLATE,
                    "DaemonSet", SPEC_TEMPLATE,
                    "ReplicationController", SPEC_TEMPLATE,
                    "Job", SPEC_TEMPLATE,
                    "CronJob", List.of("spec", "jobTemplate", "spec", "template"));

    Pod {
        path = List.copyOf(path);
    }

    /**
     * The pod of an object; absent where its kind has none, or where it says none.
     *
     * @param tree keyed
     */
    static Optional<Pod> in(String kind, ObjectNode tree) {
        List<String> path = PATHS.get(kind);
        if (path == null) {
            return Optional.empty();
        }
        JsonNode node = tree;
        for (String key : path) {
            node = node.path(key);
        }
        return node.isObject()
                ? Optional.of(new Pod(path, child(node, "metadata"), child(node, "spec")))
                : Optional.empty();
    }

    /** The containers of all three lists, in their order. */
    List<Container> containers() {
        List<Container> containers = new ArrayList<>();
        for (String list : LISTS) {
            for (Map.Entry<String, JsonNode> entry : spec.path(list).properties()) {
                containers.add(
                        new Container(
                                list,
                                entry.getValue().path("name").asString(""),
                                at("spec", list, entry.getKey()),
                                entry.getValue()));
            }
        }
        return containers;
    }

    /** A path within the object. */
    List<String> at(String... keys) {
        List<String> longer = new ArrayList<>(path);
        longer.addAll(List.of(keys));
        return List.copyOf(longer);
    }

    private static ObjectNode child(JsonNode node, String key) {
        return node.path(key) instanceof ObjectNode child
                ? child
                : JsonNodeFactory.instance.objectNode();
    }

    /**
     * One container.
     *
     * @param list that holds it
     * @param path within the object
     */
    record Container(String list, String name, List<String> path, JsonNode spec) {

        Container {
            path = List.copyOf(path);
        }
    }
}
