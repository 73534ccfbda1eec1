package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pod template, a container or an object, named so that it is found in every text of a task.
 *
 * @param document index of the document
 * @param resource {@code Kind/namespace/name}
 * @param pod path of the pod template; empty for a pod and for any other object
 * @param list that holds the container; empty for the pod itself
 * @param name of the container; empty for the pod itself
 */
record Place(int document, String resource, List<String> pod, String list, String name) {

    private static final Map<String, List<String>> TEMPLATES =
            Map.of(
                    "Pod", List.of(),
                    "Deployment", List.of("spec", "template"),
                    "StatefulSet", List.of("spec", "template"),
                    "DaemonSet", List.of("spec", "template"),
                    "Job", List.of("spec", "template"),
                    "CronJob", List.of("spec", "jobTemplate", "spec", "template"));

    static List<Place> pods(List<ObjectNode> documents) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            ObjectNode document = documents.get(i);
            List<String> template = TEMPLATES.get(document.path("kind").stringValue());
            if (template != null) {
                places.add(new Place(i, resource(document), template, "", ""));
            }
        }
        return places;
    }

    /** Objects of a kind, as if each were the pod template. */
    static List<Place> objects(List<ObjectNode> documents, String kind) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i).path("kind").stringValue().equals(kind)) {
                places.add(new Place(i, resource(documents.get(i)), List.of(), "", ""));
            }
        }
        return places;
    }

    static List<Place> containers(List<ObjectNode> documents) {
        List<Place> places = new ArrayList<>();
        for (Place pod : pods(documents)) {
            places.addAll(pod.containersOf(documents));
        }
        return places;
    }

    List<Place> containersOf(List<ObjectNode> documents) {
        List<Place> places = new ArrayList<>();
        ObjectNode spec = spec(documents);
        for (String containers : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(containers)) {
                places.add(
                        new Place(
                                document,
                                resource,
                                pod,
                                containers,
                                container.path("name").stringValue()));
            }
        }
        return places;
    }

    /** {@code Kind/namespace/name} of a document. */
    static String resource(ObjectNode document) {
        JsonNode metadata = document.path("metadata");
        return document.path("kind").stringValue()
                + "/"
                + metadata.path("namespace").asString("-")
                + "/"
                + metadata.path("name").stringValue();
    }

    boolean isPod() {
        return list.isEmpty();
    }

    /** The pod template. */
    ObjectNode template(List<ObjectNode> documents) {
        return Tree.at(documents.get(document), pod);
    }

    ObjectNode spec(List<ObjectNode> documents) {
        return Tree.at(template(documents), "spec");
    }

    /** The container, or the pod template. */
    ObjectNode node(List<ObjectNode> documents) {
        return list.isEmpty() ? template(documents) : Tree.named(spec(documents).path(list), name);
    }

    /** A violation at a path within the container or the pod template. */
    Fault fault(String rule, String... field) {
        List<String> path = new ArrayList<>(pod);
        if (!isPod()) {
            path.addAll(List.of("spec", list, name));
        }
        path.addAll(List.of(field));
        return new Fault(rule, isPod() ? resource : resource + "/" + name, path);
    }
}
