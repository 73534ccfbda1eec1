package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Excerpt;
import dev.svgym.configremediation.model.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API server checks in a pod beyond the types of its fields: names, and what refers to them. */
final class PodRules {

    static final int MOST_CONTAINERS = 64;

    private final Pod pod;
    private final List<String> flaws = new ArrayList<>();

    private PodRules(Pod pod) {
        this.pod = pod;
    }

    /**
     * What is wrong, as sentences that start with the path.
     *
     * @param object the keyed tree that holds the pod
     */
    static List<String> flaws(Pod pod, ObjectNode object) {
        var rules = new PodRules(pod);
        List<Pod.Container> containers = pod.containers();
        if (containers.size() > MOST_CONTAINERS) {
            return List.of(
                    "%s: expected at most %s containers, got %s"
                            .formatted(
                                    String.join(".", pod.at("spec")),
                                    MOST_CONTAINERS,
                                    containers.size()));
        }
        rules.checkContainers(containers);
        containers.forEach(rules::checkResources);
        containers.forEach(rules::checkEnvironment);
        rules.checkMounts(containers, rules.volumes(object));
        return rules.flaws;
    }

    private void checkContainers(List<Pod.Container> containers) {
        Set<String> names = new HashSet<>();
        for (Pod.Container container : containers) {
            checkLabel(container.path(), container.name());
            if (!names.add(container.name())) {
                flaw(
                        container.path(),
                        "the name %s is there twice".formatted(Excerpt.of(container.name())));
            }
        }
    }

    /** A container cannot ask for more than it may take. */
    private void checkResources(Pod.Container container) {
        JsonNode resources = container.spec().path("resources");
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            JsonNode limit = resources.path("limits").path(request.getKey());
            Optional<Quantity> most = Quantity.of(limit);
            Optional<Quantity> asked = Quantity.of(request.getValue());
            if (most.isPresent() && asked.isPresent() && asked.get().compareTo(most.get()) > 0) {
                flaw(
                        container.path(),
                        "asks for %s of %s, more than its limit %s"
                                .formatted(
                                        request.getValue().asString(),
                                        Excerpt.of(request.getKey()),
                                        limit.asString()));
            }
        }
    }

    private void checkEnvironment(Pod.Container container) {
        for (Map.Entry<String, JsonNode> variable : container.spec().path("env").properties()) {
            List<String> path = new ArrayList<>(container.path());
            path.addAll(List.of("env", variable.getKey()));
            EnvironmentRules.flaws(variable.getValue()).forEach(flaw -> flaw(path, flaw));
        }
    }

    /** Names of the volumes that containers may mount. */
    private Set<String> volumes(ObjectNode object) {
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, JsonNode> volume : pod.spec().path("volumes").properties()) {
            String name = volume.getValue().path("name").asString("");
            List<String> path = pod.at("spec", "volumes", volume.getKey());
            checkLabel(path, name);
            if (!names.add(name)) {
                flaw(path, "the name %s is there twice".formatted(Excerpt.of(name)));
            }
            if (volume.getValue().size() > 2) {
                flaw(
                        path,
                        "expected a name and one source, got %s fields"
                                .formatted(volume.getValue().size()));
            }
        }
        JsonNode claims = object.path("spec").path("volumeClaimTemplates");
        for (int i = 0; i < claims.size(); i++) {
            String name = claims.path(i).path("metadata").path("name").asString("");
            checkLabel(List.of("spec", "volumeClaimTemplates", Integer.toString(i)), name);
            names.add(name);
        }
        return names;
    }

    private void checkMounts(List<Pod.Container> containers, Set<String> volumes) {
        for (Pod.Container container : containers) {
            for (String list : List.of("volumeMounts", "volumeDevices")) {
                for (JsonNode mount : container.spec().path(list).values()) {
                    String name = mount.path("name").asString("");
                    if (!volumes.contains(name)) {
                        flaw(
                                container.path(),
                                "%s name the volume %s, which the pod does not have"
                                        .formatted(list, Excerpt.of(name)));
                    }
                }
            }
        }
    }

    private void checkLabel(List<String> path, String name) {
        if (!Names.isLabel(name)) {
            flaw(
                    path,
                    "expected a name of lower case letters, digits and hyphens, at most 63, got %s"
                            .formatted(Excerpt.of(name)));
        }
    }

    private void flaw(List<String> path, String message) {
        String place = "";
        for (String key : path) {
            place = FieldPath.child(place, key);
        }
        flaws.add(place + ": " + message);
    }
}
