package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.ConfigObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object that a cluster would accept.
 *
 * @param file that holds it
 * @param namespace {@code default} where a namespaced object names none, {@code -} for an object of the cluster
 * @param tree keyed
 * @param order of the elements in the lists that became objects, by their path
 */
record Manifest(
        String file,
        ApiKind kind,
        String namespace,
        String name,
        ObjectNode tree,
        Map<List<String>, List<String>> order,
        Optional<Pod> pod) {

    static final String OF_THE_CLUSTER = "-";

    String id() {
        return "%s/%s/%s".formatted(kind.kind(), namespace, name);
    }

    ConfigObject object() {
        return new ConfigObject(
                id(),
                kind.kind(),
                file,
                List.of(kind.apiVersion(), kind.kind(), namespace, name),
                pod.stream()
                        .flatMap(one -> one.containers().stream())
                        .map(container -> container.list() + "/" + container.name())
                        .toList(),
                tree,
                order,
                Map.of());
    }
}
