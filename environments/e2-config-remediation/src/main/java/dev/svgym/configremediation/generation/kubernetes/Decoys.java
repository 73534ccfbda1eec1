package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.at;
import static dev.svgym.configremediation.generation.kubernetes.Tree.list;
import static dev.svgym.configremediation.generation.kubernetes.Tree.listAt;
import static dev.svgym.configremediation.generation.kubernetes.Tree.map;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Things that look like a fault and are none. */
final class Decoys {

    private static final String INNER_MANIFEST =
            """
            # used by the end-to-end test, never applied here
            apiVersion: v1
            kind: Pod
            metadata:
              name: probe
            spec:
              hostNetwork: true
              containers:
                - name: probe
                  image: registry.example/probe:latest
                  securityContext:
                    privileged: true
            """;

    /** Something harmless in a container. */
    private record OfContainer(String name, Consumer<ObjectNode> put) {}

    private static final List<OfContainer> OF_CONTAINERS =
            List.of(
                    new OfContainer(
                            "allowed-capability",
                            container ->
                                    at(container, "securityContext", "capabilities")
                                            .set("add", list("NET_BIND_SERVICE"))),
                    new OfContainer(
                            "explicit-default",
                            container ->
                                    at(container, "securityContext").put("procMount", "Default")),
                    new OfContainer(
                            "explicit-default",
                            container -> at(container, "securityContext").put("privileged", false)),
                    new OfContainer(
                            "container-type",
                            container ->
                                    at(container, "securityContext")
                                            .set(
                                                    "seLinuxOptions",
                                                    map(
                                                            "type",
                                                            "container_t",
                                                            "level",
                                                            "s0:c12,c34"))),
                    new OfContainer(
                            "runtime-profile",
                            container ->
                                    at(container, "securityContext")
                                            .set("appArmorProfile", map("type", "RuntimeDefault"))),
                    new OfContainer(
                            "alarming-name",
                            container -> variable(container, "PRIVILEGED_ACCESS", "false")),
                    new OfContainer(
                            "alarming-name", container -> variable(container, "ALLOW_ROOT", "no")),
                    new OfContainer(
                            "alarming-name",
                            container -> variable(container, "HOST_NETWORK", "true")));

    private Decoys() {}

    private static void variable(ObjectNode container, String name, String value) {
        Tree.dropFrom(container, "env", variable -> Tree.isNamed(variable, name));
        listAt(container, "env").add(map("name", name, "value", value));
    }

    /** Puts some into clean documents and tells which. */
    static List<String> put(List<ObjectNode> documents, RandomStream random) {
        List<String> names = new ArrayList<>();
        List<Place> pods = Place.pods(documents);
        List<Place> containers = Place.containers(documents);
        int number = random.percent(55) ? 0 : 1 + random.below(3);
        for (int i = 0; i < number && !pods.isEmpty(); i++) {
            Place pod = random.oneOf(pods);
            boolean windows = pod.spec(documents).has("os");
            int kind = random.below(10);
            if (kind == 0) {
                names.addAll(innerManifest(documents));
            } else if (kind == 1 && !windows) {
                names.add("safe-kernel-parameter");
                at(pod.spec(documents), "securityContext")
                        .set(
                                "sysctls",
                                list(
                                        map(
                                                "name",
                                                "net.ipv4.tcp_keepalive_time",
                                                "value",
                                                Integer.toString(60 + random.below(8) * 60))));
            } else if (kind == 2 && !windows) {
                names.add("runtime-annotation");
                at(pod.template(documents), "metadata", "annotations")
                        .put(
                                "container.apparmor.security.beta.kubernetes.io/"
                                        + random.oneOf(pod.containersOf(documents)).name(),
                                "runtime/default");
            } else {
                Place place = random.oneOf(containers);
                OfContainer decoy = random.oneOf(OF_CONTAINERS);
                boolean suits =
                        decoy.name().equals("alarming-name") || !place.spec(documents).has("os");
                if (suits) {
                    names.add(decoy.name());
                    decoy.put().accept(place.node(documents));
                }
            }
        }
        return names;
    }

    /** A manifest within a config map is text. */
    private static List<String> innerManifest(List<ObjectNode> documents) {
        for (ObjectNode document : documents) {
            if (document.path("kind").stringValue().equals("ConfigMap")) {
                at(document, "data").put("probe-pod.yaml", INNER_MANIFEST);
                return List.of("inner-manifest");
            }
        }
        return List.of();
    }
}
