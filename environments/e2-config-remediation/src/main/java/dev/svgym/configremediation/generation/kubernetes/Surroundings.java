package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.list;
import static dev.svgym.configremediation.generation.kubernetes.Tree.map;
import static dev.svgym.configremediation.generation.kubernetes.Tree.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Draws what stands around workloads: services, settings, accounts, rights, budgets. No rule finds fault with it. */
final class Surroundings {

    private final Scene scene;

    Surroundings(Scene scene) {
        this.scene = scene;
    }

    ObjectNode service(String name, int port, boolean headless) {
        return map(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                scene.metadata(name, scene.labels(name)),
                "spec",
                map(
                        "clusterIP",
                        when(headless, "None"),
                        "type",
                        when(!headless && scene.has(50), "ClusterIP"),
                        "selector",
                        scene.selectorLabels(name),
                        "ports",
                        list(
                                map(
                                        "name",
                                        scene.perhaps(60, "http"),
                                        "port",
                                        headless ? port : scene.random.oneOf(List.of(80, port)),
                                        "targetPort",
                                        port))));
    }

    ObjectNode configMap(String name) {
        ObjectNode data = map();
        for (String setting : scene.settings(scene.some(2, 8))) {
            int equals = setting.indexOf('=');
            data.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        if (scene.has(50)) {
            data.put("config.yaml", configText());
        }
        return map(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                scene.metadata(name, scene.labels(name)),
                "data",
                data);
    }

    /** A program's own settings, some lines of them. */
    private String configText() {
        List<String> lines = new ArrayList<>();
        for (String setting : scene.settings(scene.some(3, 10))) {
            int equals = setting.indexOf('=');
            lines.add(
                    setting.substring(0, equals).toLowerCase(Locale.ROOT)
                            + ": \""
                            + setting.substring(equals + 1)
                            + '"');
            if (scene.random.percent(30)) {
                lines.add("  # default: " + scene.random.below(100));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    ObjectNode account(String name, boolean token) {
        return map(
                "apiVersion",
                "v1",
                "kind",
                "ServiceAccount",
                "metadata",
                scene.metadata(name, scene.labels(name)),
                "automountServiceAccountToken",
                token);
    }

    ObjectNode networkPolicy(String name, int port) {
        return map(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                scene.metadata(name, scene.labels(name)),
                "spec",
                map(
                        "podSelector",
                        map("matchLabels", scene.selectorLabels(name)),
                        "policyTypes",
                        list("Ingress"),
                        "ingress",
                        list(
                                map(
                                        "from",
                                        list(
                                                map(
                                                        "namespaceSelector",
                                                        map(
                                                                "matchLabels",
                                                                map(
                                                                        "kubernetes.io/metadata.name",
                                                                        scene.namespace)))),
                                        "ports",
                                        list(map("port", port, "protocol", "TCP"))))));
    }

    ObjectNode disruptionBudget(String name) {
        return map(
                "apiVersion",
                "policy/v1",
                "kind",
                "PodDisruptionBudget",
                "metadata",
                scene.metadata(name, scene.labels(name)),
                "spec",
                map(
                        "maxUnavailable",
                        1,
                        "unhealthyPodEvictionPolicy",
                        "AlwaysAllow",
                        "selector",
                        map("matchLabels", scene.selectorLabels(name))));
    }

    ObjectNode namespace() {
        return map(
                "apiVersion",
                "v1",
                "kind",
                "Namespace",
                "metadata",
                scene.clusterMetadata(
                        scene.namespace,
                        map(
                                "pod-security.kubernetes.io/enforce",
                                scene.random.oneOf(List.of("baseline", "restricted")),
                                "pod-security.kubernetes.io/warn",
                                scene.perhaps(30, "restricted"))));
    }

    ObjectNode webhooks(String name) {
        return map(
                "apiVersion",
                "admissionregistration.k8s.io/v1",
                "kind",
                "ValidatingWebhookConfiguration",
                "metadata",
                scene.clusterMetadata(name, scene.labels(name)),
                "webhooks",
                list(
                        map(
                                "name",
                                "check." + name + ".example.com",
                                "admissionReviewVersions",
                                list("v1"),
                                "sideEffects",
                                "None",
                                "failurePolicy",
                                scene.perhaps(50, "Fail"),
                                "timeoutSeconds",
                                scene.perhaps(40, 5),
                                "clientConfig",
                                map(
                                        "service",
                                        map(
                                                "name",
                                                name,
                                                "namespace",
                                                scene.namespace,
                                                "path",
                                                "/validate")),
                                "rules",
                                list(
                                        map(
                                                "apiGroups",
                                                list("example.com"),
                                                "apiVersions",
                                                list("v1"),
                                                "operations",
                                                list("CREATE", "UPDATE"),
                                                "resources",
                                                list(
                                                        scene.random.oneOf(
                                                                scene.words.subjects())))))));
    }

    ObjectNode autoscaler(String name) {
        return map(
                "apiVersion",
                "autoscaling/v2",
                "kind",
                "HorizontalPodAutoscaler",
                "metadata",
                scene.metadata(name, scene.labels(name)),
                "spec",
                map(
                        "scaleTargetRef",
                        map("apiVersion", "apps/v1", "kind", "Deployment", "name", name),
                        "minReplicas",
                        3,
                        "maxReplicas",
                        6 + scene.random.below(10),
                        "metrics",
                        list(
                                map(
                                        "type",
                                        "Resource",
                                        "resource",
                                        map(
                                                "name",
                                                "cpu",
                                                "target",
                                                map(
                                                        "type",
                                                        "Utilization",
                                                        "averageUtilization",
                                                        60 + scene.random.below(4) * 5))))));
    }

    ObjectNode ingress(String name, int port) {
        String host = name + ".example.com";
        return map(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "Ingress",
                "metadata",
                scene.metadata(name, scene.labels(name)),
                "spec",
                map(
                        "ingressClassName",
                        "internal",
                        "tls",
                        list(map("hosts", list(host), "secretName", name + "-tls")),
                        "rules",
                        list(
                                map(
                                        "host",
                                        host,
                                        "http",
                                        map(
                                                "paths",
                                                list(
                                                        map(
                                                                "path",
                                                                "/",
                                                                "pathType",
                                                                "Prefix",
                                                                "backend",
                                                                map(
                                                                        "service",
                                                                        map(
                                                                                "name",
                                                                                name,
                                                                                "port",
                                                                                map(
                                                                                        "number",
                                                                                        port))))))))));
    }

    /** Leave to read and watch some resources and to keep a lease. */
    ObjectNode role(String kind, String name) {
        List<ObjectNode> rules = new ArrayList<>();
        rules.add(
                map(
                        "apiGroups",
                        list(""),
                        "resources",
                        scene.random.oneOf(
                                List.of(list("configmaps"), list("services", "endpoints"))),
                        "verbs",
                        list("get", "list", "watch")));
        rules.add(
                map(
                        "apiGroups",
                        list("apps"),
                        "resources",
                        list("deployments"),
                        "verbs",
                        list("get", "list", "watch")));
        if (scene.has(60)) {
            rules.add(
                    map(
                            "apiGroups",
                            list("coordination.k8s.io"),
                            "resources",
                            list("leases"),
                            "resourceNames",
                            list(name + "-leader"),
                            "verbs",
                            list("get", "update")));
        }
        return map(
                "apiVersion",
                "rbac.authorization.k8s.io/v1",
                "kind",
                kind,
                "metadata",
                kind.equals("Role")
                        ? scene.metadata(name, scene.labels(name))
                        : scene.clusterMetadata(name, scene.labels(name)),
                "rules",
                list(rules));
    }

    ObjectNode binding(String kind, String name, String account) {
        boolean cluster = kind.equals("ClusterRoleBinding");
        return map(
                "apiVersion",
                "rbac.authorization.k8s.io/v1",
                "kind",
                kind,
                "metadata",
                cluster
                        ? scene.clusterMetadata(name, scene.labels(name))
                        : scene.metadata(name, scene.labels(name)),
                "roleRef",
                map(
                        "apiGroup",
                        "rbac.authorization.k8s.io",
                        "kind",
                        cluster ? "ClusterRole" : "Role",
                        "name",
                        name),
                "subjects",
                list(map("kind", "ServiceAccount", "name", account, "namespace", scene.namespace)));
    }
}
