package dev.svgym.configremediation.generation.kubernetes;

import dev.svgym.configremediation.generation.kubernetes.YamlStyle.KeyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The order of the keys of a mapping. It follows from the keys alone, never from when they came into the tree: what was put
 * in last does not stand last.
 */
final class KeyOrders {

    private static final List<String> USUAL =
            List.of(
                    "apiVersion",
                    "kind",
                    "metadata",
                    "type",
                    "name",
                    "namespace",
                    "labels",
                    "annotations",
                    "spec",
                    "replicas",
                    "schedule",
                    "concurrencyPolicy",
                    "serviceName",
                    "selector",
                    "strategy",
                    "updateStrategy",
                    "matchLabels",
                    "template",
                    "serviceAccountName",
                    "automountServiceAccountToken",
                    "securityContext",
                    "runAsNonRoot",
                    "runAsUser",
                    "runAsGroup",
                    "fsGroup",
                    "initContainers",
                    "containers",
                    "image",
                    "imagePullPolicy",
                    "command",
                    "args",
                    "key",
                    "value",
                    "valueFrom",
                    "ports",
                    "containerPort",
                    "port",
                    "targetPort",
                    "protocol",
                    "env",
                    "envFrom",
                    "livenessProbe",
                    "readinessProbe",
                    "startupProbe",
                    "httpGet",
                    "tcpSocket",
                    "path",
                    "initialDelaySeconds",
                    "periodSeconds",
                    "resources",
                    "requests",
                    "limits",
                    "cpu",
                    "memory",
                    "volumeMounts",
                    "mountPath",
                    "volumes",
                    "nodeSelector",
                    "tolerations",
                    "affinity",
                    "volumeClaimTemplates",
                    "apiGroups",
                    "verbs",
                    "roleRef",
                    "subjects");

    private static final Set<String> ALWAYS_FIRST = Set.of("apiVersion", "kind", "metadata");
    private static final Map<String, Integer> RANKS = new HashMap<>();

    static {
        for (String key : USUAL) {
            RANKS.put(key, RANKS.size());
        }
    }

    private KeyOrders() {}

    static List<String> of(ObjectNode mapping, String place, YamlStyle style) {
        List<String> keys = new ArrayList<>(mapping.propertyNames());
        Comparator<String> byChance =
                Comparator.comparingLong((String key) -> style.at(key, "order"))
                        .thenComparing(Comparator.naturalOrder());
        Comparator<String> byRank =
                Comparator.comparingInt(key -> RANKS.getOrDefault(key, USUAL.size()));
        boolean isData = place.endsWith("/data") || place.endsWith("/labels");
        keys.sort(
                switch (style.order()) {
                    case USUAL -> isData ? byChance : byRank.thenComparing(byChance);
                    case ALPHABETICAL -> Comparator.naturalOrder();
                    case ANY -> byObject().thenComparing(byChance);
                });
        // Whoever does not sort has the name on the line of the dash.
        if (style.order() != KeyOrder.ALPHABETICAL && keys.remove("name")) {
            keys.addFirst("name");
        }
        return keys;
    }

    private static Comparator<String> byObject() {
        return Comparator.comparingInt(
                key -> ALWAYS_FIRST.contains(key) ? RANKS.getOrDefault(key, 0) : USUAL.size());
    }
}
