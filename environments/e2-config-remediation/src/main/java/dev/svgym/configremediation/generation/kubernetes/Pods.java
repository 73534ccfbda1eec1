package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.list;
import static dev.svgym.configremediation.generation.kubernetes.Tree.map;
import static dev.svgym.configremediation.generation.kubernetes.Tree.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws pod templates that no rule finds fault with. */
final class Pods {

    /** Where a setting that may stand in the pod or in its containers stands. */
    private enum Level {
        POD,
        CONTAINERS,
        BOTH;

        boolean isPod() {
            return this != CONTAINERS;
        }

        boolean isContainers() {
            return this != POD;
        }
    }

    /**
     * What a pod is for.
     *
     * @param name of its main container
     * @param port that it serves; 0: none
     * @param restartPolicy empty: the default
     * @param token whether it talks to the API server
     * @param claims names of volumes that the owner of the pod brings
     */
    record Purpose(
            String name,
            String image,
            int port,
            String account,
            String restartPolicy,
            boolean token,
            List<String> claims) {}

    private final Scene scene;
    private final Level userAt;
    private final Level profileAt;
    private final boolean userNamespace;
    private final int user;

    Pods(Scene scene) {
        this.scene = scene;
        this.userAt = level();
        this.profileAt = level();
        this.userNamespace = scene.random.percent(6);
        this.user = 1000 + scene.random.below(20) * 500 + scene.random.below(2);
    }

    private Level level() {
        return scene.random.oneOf(List.of(Level.POD, Level.POD, Level.CONTAINERS, Level.BOTH));
    }

    ObjectNode template(Purpose purpose, ObjectNode labels) {
        ObjectNode metadata =
                map("labels", labels.deepCopy(), "annotations", scene.perhaps(25, annotations()));
        return map("metadata", metadata, "spec", spec(purpose));
    }

    ObjectNode spec(Purpose purpose) {
        List<ObjectNode> containers = new ArrayList<>();
        List<ObjectNode> volumes = volumes(purpose);
        containers.add(main(purpose, volumes));
        int sidecars = scene.has(35) ? 1 + scene.random.below(2) : 0;
        for (int i = 0; i < sidecars && purpose.restartPolicy().isEmpty(); i++) {
            containers.add(sidecar(i, volumes));
        }
        List<ObjectNode> first = new ArrayList<>();
        if (scene.has(30)) {
            first.add(init(volumes));
        }
        ObjectNode context = podContext();
        return map(
                "serviceAccountName",
                purpose.account(),
                "automountServiceAccountToken",
                purpose.token(),
                "restartPolicy",
                when(!purpose.restartPolicy().isEmpty(), purpose.restartPolicy()),
                "hostUsers",
                when(userNamespace, false),
                "hostNetwork",
                scene.perhaps(7, false),
                "hostPID",
                scene.perhaps(5, false),
                "enableServiceLinks",
                scene.perhaps(10, false),
                "dnsPolicy",
                scene.perhaps(10, "ClusterFirst"),
                "terminationGracePeriodSeconds",
                scene.perhaps(25, 15 + scene.random.below(10) * 5),
                "priorityClassName",
                scene.perhaps(8, "business-critical"),
                "nodeSelector",
                scene.perhaps(
                        15,
                        map("kubernetes.io/arch", scene.random.oneOf(List.of("amd64", "arm64")))),
                "imagePullSecrets",
                scene.perhaps(15, list(map("name", "registry-pull"))),
                "securityContext",
                when(!context.isEmpty(), context),
                "initContainers",
                when(!first.isEmpty(), list(first)),
                "containers",
                list(containers),
                "volumes",
                when(!volumes.isEmpty(), list(volumes)));
    }

    private ObjectNode annotations() {
        return scene.random.oneOf(
                List.of(
                        map("prometheus.io/scrape", "true", "prometheus.io/port", "9090"),
                        map("example.com/config-revision", Scene.hex(scene.random.next(), 8)),
                        map("cluster-autoscaler.kubernetes.io/safe-to-evict", "true")));
    }

    private ObjectNode podContext() {
        return map(
                "runAsNonRoot",
                when(userAt.isPod(), true),
                "runAsUser",
                when(userAt.isPod() && scene.has(45), user),
                "runAsGroup",
                when(userAt.isPod() && scene.has(25), user),
                "fsGroup",
                scene.perhaps(30, user),
                "fsGroupChangePolicy",
                scene.perhaps(8, "OnRootMismatch"),
                "seccompProfile",
                when(profileAt.isPod(), map("type", "RuntimeDefault")));
    }

    private ObjectNode containerContext() {
        return map(
                "allowPrivilegeEscalation",
                false,
                "capabilities",
                map("drop", list("ALL")),
                "readOnlyRootFilesystem",
                true,
                "privileged",
                scene.perhaps(12, false),
                "runAsNonRoot",
                when(userAt.isContainers(), true),
                "runAsUser",
                when(userAt == Level.CONTAINERS && scene.has(40), user),
                "seccompProfile",
                when(profileAt.isContainers(), map("type", "RuntimeDefault")));
    }

    /** Volumes, each of which some container mounts. */
    private List<ObjectNode> volumes(Purpose purpose) {
        List<ObjectNode> volumes = new ArrayList<>();
        if (scene.has(60)) {
            volumes.add(
                    map(
                            "name",
                            scene.random.oneOf(List.of("tmp", "scratch", "work")),
                            "emptyDir",
                            scene.random.percent(60)
                                    ? map()
                                    : map(
                                            "sizeLimit",
                                            scene.random.oneOf(List.of("64Mi", "1Gi")))));
        }
        if (scene.has(25)) {
            volumes.add(
                    map(
                            "name",
                            "cache",
                            "emptyDir",
                            scene.random.percent(50)
                                    ? map()
                                    : map("medium", "Memory", "sizeLimit", "128Mi")));
        }
        if (scene.has(35)) {
            volumes.add(
                    map("name", "config", "configMap", map("name", purpose.name() + "-config")));
        }
        if (scene.has(20)) {
            volumes.add(
                    map(
                            "name",
                            "credentials",
                            "secret",
                            map("secretName", purpose.name() + "-credentials")));
        }
        if (scene.has(8)) {
            volumes.add(
                    map(
                            "name",
                            "data",
                            "persistentVolumeClaim",
                            map("claimName", purpose.name() + "-data")));
        }
        return volumes;
    }

    private Optional<ArrayNode> mounts(List<ObjectNode> volumes, List<String> claims) {
        List<ObjectNode> mounts = new ArrayList<>();
        for (ObjectNode volume : volumes) {
            String name = volume.path("name").stringValue();
            boolean fixed = volume.has("configMap") || volume.has("secret");
            mounts.add(
                    map(
                            "name",
                            name,
                            "mountPath",
                            switch (name) {
                                case "tmp" -> "/tmp";
                                case "config" -> "/etc/app";
                                case "credentials" -> "/run/secrets/app";
                                case "cache" -> "/var/cache/app";
                                default -> "/srv/" + name;
                            },
                            "readOnly",
                            when(fixed && scene.random.percent(80), true)));
        }
        for (String claim : claims) {
            mounts.add(map("name", claim, "mountPath", "/var/lib/" + claim));
        }
        return mounts.isEmpty() ? Optional.empty() : Optional.of(list(mounts));
    }

    private ObjectNode main(Purpose purpose, List<ObjectNode> volumes) {
        int port = purpose.port();
        ObjectNode container =
                container(
                        scene.random.percent(40) ? "app" : purpose.name(),
                        purpose.image(),
                        mounts(volumes, purpose.claims()));
        if (scene.has(20)) {
            container.set("args", list("--config", "/etc/app/config.yaml"));
        }
        List<ObjectNode> variables = scene.variables(scene.some(0, 7));
        if (!variables.isEmpty()) {
            container.set("env", list(variables));
        }
        if (port > 0) {
            boolean named = scene.random.percent(60);
            List<ObjectNode> ports = new ArrayList<>();
            ports.add(
                    map(
                            "name",
                            when(named, "http"),
                            "containerPort",
                            port,
                            "protocol",
                            scene.perhaps(20, "TCP")));
            if (scene.has(25)) {
                ports.add(map("name", "metrics", "containerPort", port == 9090 ? 9464 : 9090));
            }
            container.set("ports", list(ports));
            Object target = named && scene.random.percent(60) ? "http" : port;
            container.set("livenessProbe", probe("/healthz", target));
            container.set("readinessProbe", probe("/readyz", target));
            if (scene.has(12)) {
                container.set("startupProbe", probe("/healthz", target));
            }
            if (port < 1024) {
                Tree.at(container, "securityContext", "capabilities")
                        .set("add", list("NET_BIND_SERVICE"));
            }
        }
        if (scene.has(10) && port > 0) {
            container.set(
                    "lifecycle",
                    map("preStop", map("httpGet", map("path", "/drain", "port", port))));
        }
        return container;
    }

    private ObjectNode probe(String path, Object port) {
        ObjectNode probe =
                scene.random.percent(75)
                        ? map("httpGet", map("path", path, "port", port))
                        : map("tcpSocket", map("port", port));
        if (scene.has(50)) {
            probe.put("periodSeconds", 5 + scene.random.below(4) * 5);
        }
        if (scene.has(35)) {
            probe.put("initialDelaySeconds", 3 + scene.random.below(20));
        }
        return probe;
    }

    private ObjectNode sidecar(int index, List<ObjectNode> volumes) {
        String name =
                List.of(
                                List.of("proxy", "exporter", "log-shipper"),
                                List.of("auth-proxy", "statsd", "config-reloader"))
                        .get(index)
                        .get(scene.random.below(3));
        return container(
                name,
                scene.image(name),
                scene.has(30) ? mounts(volumes, List.of()) : Optional.empty());
    }

    private ObjectNode init(List<ObjectNode> volumes) {
        String name = scene.random.oneOf(List.of("migrate", "fetch-config", "wait-for-db"));
        ObjectNode container =
                container(
                        name,
                        scene.image(name),
                        scene.has(40) ? mounts(volumes, List.of()) : Optional.empty());
        container.set("command", list("/bin/" + name, "--once"));
        return container;
    }

    private ObjectNode container(String name, String image, Optional<ArrayNode> mounts) {
        return map(
                "name",
                name,
                "image",
                image,
                "imagePullPolicy",
                scene.perhaps(30, "IfNotPresent"),
                "resources",
                resources(),
                "securityContext",
                containerContext(),
                "volumeMounts",
                mounts);
    }

    private ObjectNode resources() {
        int cpu = scene.random.oneOf(List.of(25, 50, 100, 200, 250, 500));
        int memory = scene.random.oneOf(List.of(32, 64, 128, 192, 256, 512));
        return map(
                "requests",
                map("cpu", cpu + "m", "memory", memory + "Mi"),
                "limits",
                map("cpu", 2 * cpu + "m", "memory", 2 * memory + "Mi"));
    }
}
