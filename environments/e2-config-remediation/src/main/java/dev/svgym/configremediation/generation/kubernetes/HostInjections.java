package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.at;
import static dev.svgym.configremediation.generation.kubernetes.Tree.list;
import static dev.svgym.configremediation.generation.kubernetes.Tree.listAt;
import static dev.svgym.configremediation.generation.kubernetes.Tree.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults that reach for the node: its namespaces, ports, files and kernel. */
final class HostInjections {

    private static final List<String> NODE_PATHS =
            List.of(
                    "/var/run/docker.sock",
                    "/var/log",
                    "/etc/ssl/certs",
                    "/var/lib/app",
                    "/run/containerd",
                    "/proc",
                    "/usr/share/zoneinfo",
                    "/data",
                    "/etc/localtime");

    private static final List<String> UNSAFE_SYSCTLS =
            List.of(
                    "net.core.somaxconn=4096",
                    "vm.max_map_count=262144",
                    "kernel.shmmax=68719476736",
                    "kernel.msgmax=65536",
                    "net.ipv4.tcp_tw_reuse=1");

    private HostInjections() {}

    static List<Injection> all() {
        List<Injection> all = new ArrayList<>();
        all.add(
                Injection.ofPod(
                        "K8S-HOST-NETWORK",
                        site ->
                                shares(
                                        site,
                                        "K8S-HOST-NETWORK",
                                        "hostNetwork",
                                        template -> reachOnNode(at(template, "spec")))));
        all.add(
                Injection.ofPod(
                        "K8S-HOST-PID",
                        site ->
                                shares(
                                        site,
                                        "K8S-HOST-PID",
                                        "hostPID",
                                        template ->
                                                at(template, "spec")
                                                        .put("shareProcessNamespace", true))));
        all.add(
                Injection.ofPod(
                        "K8S-HOST-IPC",
                        site ->
                                shares(
                                        site,
                                        "K8S-HOST-IPC",
                                        "hostIPC",
                                        template ->
                                                listAt(at(template, "spec"), "volumes")
                                                        .add(
                                                                map(
                                                                        "name",
                                                                        "shm",
                                                                        "emptyDir",
                                                                        map(
                                                                                "medium",
                                                                                "Memory"))))));
        all.add(Injection.ofContainer("K8S-HOST-PORT", HostInjections::hostPort));
        all.add(Injection.ofContainer("K8S-PROBE-HOST", HostInjections::probeHost));
        all.add(
                Injection.ofPod(
                        "K8S-HOST-PATH",
                        site -> volume(site, "K8S-HOST-PATH", "hostPath", hostPath(site))));
        all.add(
                Injection.ofPod(
                        "K8S-VOLUME-TYPES",
                        site ->
                                site.random().percent(70)
                                        ? volume(site, "K8S-VOLUME-TYPES", "nfs", nfs(site))
                                        : volume(
                                                site,
                                                "K8S-VOLUME-TYPES",
                                                "cephfs",
                                                map("monitors", list("10.16.154.78:6789")))));
        all.add(Injection.ofPod("K8S-SYSCTLS", HostInjections::sysctl));
        return all;
    }

    private static Optional<Injected> shares(
            Site site, String rule, String field, java.util.function.Consumer<ObjectNode> instead) {
        return site.inject(
                rule,
                field,
                template -> at(template, "spec").put(field, true),
                template -> {
                    at(template, "spec").put(field, false);
                    instead.accept(template);
                },
                "spec",
                field);
    }

    /** Opens the first port on the node, so that clients still find it there. */
    private static void reachOnNode(ObjectNode spec) {
        for (JsonNode container : spec.path("containers")) {
            for (JsonNode port : container.path("ports")) {
                ((ObjectNode) port).set("hostPort", port.path("containerPort"));
                return;
            }
        }
        spec.put("dnsPolicy", "ClusterFirstWithHostNet");
    }

    private static Optional<Injected> hostPort(Site site) {
        JsonNode ports = site.node().path("ports");
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        int index = site.random().below(ports.size());
        int number = ports.path(index).path("containerPort").intValue();
        int open = site.random().percent(60) ? number : 30000 + site.random().below(2000);
        return site.inject(
                "K8S-HOST-PORT",
                "port",
                container -> port(container, index).put("hostPort", open),
                container -> port(container, index).put("hostPort", open + 1),
                "ports",
                number + "/TCP",
                "hostPort");
    }

    private static ObjectNode port(ObjectNode container, int index) {
        return (ObjectNode) listAt(container, "ports").get(index);
    }

    private static Optional<Injected> probeHost(Site site) {
        List<List<String>> handlers = new ArrayList<>();
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            for (String handler : List.of("httpGet", "tcpSocket")) {
                if (site.node().path(probe).has(handler)) {
                    handlers.add(List.of(probe, handler));
                }
            }
        }
        if (handlers.isEmpty()) {
            return Optional.empty();
        }
        List<String> handler = site.random().oneOf(handlers);
        String host =
                site.random().oneOf(List.of("10.20.0.15", "db.internal.example", "localhost"));
        return site.inject(
                "K8S-PROBE-HOST",
                "probe",
                container -> at(container, handler).put("host", host),
                container -> at(container, handler).put("host", "127.0.0.1"),
                handler.get(0),
                handler.get(1),
                "host");
    }

    private static ObjectNode hostPath(Site site) {
        return map(
                "path",
                site.random().oneOf(NODE_PATHS),
                "type",
                Tree.when(
                        site.random().percent(35),
                        site.random().oneOf(List.of("Directory", "DirectoryOrCreate"))));
    }

    private static ObjectNode nfs(Site site) {
        return map("server", "nfs.internal.example", "path", "/exports/" + site.random().below(9));
    }

    /** Another source for a volume that is there, or a volume more with a mount. */
    private static Optional<Injected> volume(
            Site site, String rule, String type, ObjectNode source) {
        List<String> scratch = new ArrayList<>();
        for (JsonNode volume : site.spec().path("volumes")) {
            if (volume.has("emptyDir")) {
                scratch.add(volume.path("name").stringValue());
            }
        }
        if (!scratch.isEmpty() && site.random().percent(50)) {
            String name = site.random().oneOf(scratch);
            return site.inject(
                    rule,
                    "volume " + name,
                    template -> {
                        ObjectNode volume = volume(template, name);
                        volume.remove("emptyDir");
                        volume.set(type, source.deepCopy());
                    },
                    template -> narrow(template, name, type),
                    "spec",
                    "volumes",
                    name,
                    type);
        }
        String name = site.random().oneOf(List.of("host", "shared", "logs", "assets", "state"));
        int at = site.random().below(site.spec().path("volumes").size() + 1);
        return site.inject(
                rule,
                "volume " + name,
                template -> {
                    ObjectNode spec = at(template, "spec");
                    listAt(spec, "volumes").insert(at, map("name", name, type, source.deepCopy()));
                    ArrayNode mounts =
                            listAt((ObjectNode) spec.path("containers").path(0), "volumeMounts");
                    mounts.insert(
                            at % (mounts.size() + 1),
                            map("name", name, "mountPath", "/mnt/" + name));
                },
                template -> narrow(template, name, type),
                "spec",
                "volumes",
                name,
                type);
    }

    private static ObjectNode volume(ObjectNode template, String name) {
        return Tree.named(at(template, "spec").path("volumes"), name);
    }

    /** Keeps the volume and lets nobody write to it; or, for other types, takes the files from the node. */
    private static void narrow(ObjectNode template, String name, String type) {
        if (type.equals("hostPath")) {
            for (JsonNode container : at(template, "spec").path("containers")) {
                for (JsonNode mount : container.path("volumeMounts")) {
                    if (Tree.isNamed(mount, name)) {
                        ((ObjectNode) mount).put("readOnly", true);
                    }
                }
            }
        } else {
            ObjectNode volume = volume(template, name);
            volume.remove(type);
            volume.set("hostPath", map("path", "/mnt/" + name));
        }
    }

    private static Optional<Injected> sysctl(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        String setting = site.random().oneOf(UNSAFE_SYSCTLS);
        String name = setting.substring(0, setting.indexOf('='));
        String value = setting.substring(setting.indexOf('=') + 1);
        return site.inject(
                "K8S-SYSCTLS",
                "sysctl",
                template ->
                        listAt(at(template, "spec", "securityContext"), "sysctls")
                                .add(map("name", name, "value", value)),
                template ->
                        Tree.named(at(template, "spec", "securityContext").path("sysctls"), name)
                                .put("value", "1024"),
                "spec",
                "securityContext",
                "sysctls",
                name);
    }
}
