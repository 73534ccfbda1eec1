package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.at;
import static dev.svgym.configremediation.generation.kubernetes.Tree.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of what stands around pods: services, ingresses, budgets, namespaces, webhooks. */
final class ObjectInjections {

    private static final String SNIPPET = "nginx.ingress.kubernetes.io/configuration-snippet";
    private static final String REDIRECT = "nginx.ingress.kubernetes.io/ssl-redirect";
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
    private static final String EVICTION = "unhealthyPodEvictionPolicy";
    private static final String TOKEN = "automountServiceAccountToken";

    private ObjectInjections() {}

    static List<Injection> all() {
        return List.of(
                Injection.ofObject(
                        "K8S-JOB-TTL",
                        "Job",
                        site ->
                                site.inject(
                                        "K8S-JOB-TTL",
                                        "ttl",
                                        job -> at(job, "spec").remove("ttlSecondsAfterFinished"),
                                        job -> at(job, "spec").put("ttlSecondsAfterFinished", 0),
                                        "spec",
                                        "ttlSecondsAfterFinished")),
                Injection.ofObject(
                        "K8S-EXTERNAL-IPS",
                        "Service",
                        site ->
                                site.inject(
                                        "K8S-EXTERNAL-IPS",
                                        "addresses",
                                        service ->
                                                at(service, "spec")
                                                        .set("externalIPs", list("203.0.113.17")),
                                        service ->
                                                at(service, "spec")
                                                        .set("externalIPs", list("10.0.0.17")),
                                        "spec",
                                        "externalIPs")),
                Injection.ofObject(
                        "K8S-INGRESS-PLAIN-HTTP",
                        "Ingress",
                        site ->
                                annotated(
                                        site,
                                        "K8S-INGRESS-PLAIN-HTTP",
                                        REDIRECT,
                                        "false",
                                        ingress -> annotations(ingress).put(REDIRECT, "off"))),
                Injection.ofObject(
                        "K8S-INGRESS-SNIPPET",
                        "Ingress",
                        site ->
                                annotated(
                                        site,
                                        "K8S-INGRESS-SNIPPET",
                                        SNIPPET,
                                        "more_set_headers \"X-Frame-Options: DENY\";",
                                        ingress ->
                                                annotations(ingress)
                                                        .put(SNIPPET, "# moved to the proxy"))),
                Injection.ofObject(
                        "K8S-PDB-MAX-UNAVAILABLE",
                        "PodDisruptionBudget",
                        ObjectInjections::noneUnavailable),
                Injection.ofObject(
                        "K8S-PDB-MIN-AVAILABLE",
                        "PodDisruptionBudget",
                        ObjectInjections::allAvailable),
                Injection.ofObject(
                        "K8S-PDB-UNHEALTHY-EVICTION",
                        "PodDisruptionBudget",
                        ObjectInjections::unhealthyStay),
                Injection.ofObject(
                        "K8S-NAMESPACE-PRIVILEGED",
                        "Namespace",
                        site ->
                                site.inject(
                                        "K8S-NAMESPACE-PRIVILEGED",
                                        "enforce",
                                        namespace -> labels(namespace).put(ENFORCE, "privileged"),
                                        namespace -> labels(namespace).remove(ENFORCE),
                                        "metadata",
                                        "labels",
                                        ENFORCE)),
                Injection.ofObject(
                        "K8S-DEFAULT-ACCOUNT-TOKEN",
                        "ServiceAccount",
                        ObjectInjections::defaultAccount),
                Injection.ofObject(
                        "K8S-WEBHOOK-FAILS-OPEN",
                        "ValidatingWebhookConfiguration",
                        ObjectInjections::failsOpen));
    }

    private static ObjectNode annotations(ObjectNode document) {
        return at(document, "metadata", "annotations");
    }

    private static ObjectNode labels(ObjectNode document) {
        return at(document, "metadata", "labels");
    }

    private static Optional<Injected> annotated(
            Site site, String rule, String annotation, String value, Consumer<ObjectNode> trap) {
        return site.inject(
                rule,
                annotation,
                document -> annotations(document).put(annotation, value),
                trap,
                "metadata",
                "annotations",
                annotation);
    }

    private static Optional<Injected> noneUnavailable(Site site) {
        if (!site.node().path("spec").has("maxUnavailable")) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-PDB-MAX-UNAVAILABLE",
                "budget",
                budget -> at(budget, "spec").put("maxUnavailable", 0),
                budget -> at(budget, "spec").put("maxUnavailable", "0%"),
                "spec",
                "maxUnavailable");
    }

    /** In a budget that says how many must be there, made so where it does not. */
    private static Optional<Injected> allAvailable(Site site) {
        String share = site.random().oneOf(List.of("50%", "60%", "75%"));
        return site.inject(
                        "K8S-PDB-MIN-AVAILABLE",
                        "budget",
                        budget -> at(budget, "spec").put("minAvailable", "100%"),
                        budget -> at(budget, "spec").put("minAvailable", "99%"),
                        "spec",
                        "minAvailable")
                .map(injected ->
                        injected.prepared(documents -> {
                            ObjectNode spec = at(site.place().node(documents), "spec");
                            spec.remove("maxUnavailable");
                            spec.put("minAvailable", share);
                        }));
    }

    private static Optional<Injected> unhealthyStay(Site site) {
        boolean spelledOut = site.random().percent(40);
        return site.inject(
                "K8S-PDB-UNHEALTHY-EVICTION",
                "eviction",
                budget -> {
                    if (spelledOut) {
                        at(budget, "spec").put(EVICTION, "IfHealthyBudget");
                    } else {
                        at(budget, "spec").remove(EVICTION);
                    }
                },
                budget -> {
                    if (spelledOut) {
                        at(budget, "spec").remove(EVICTION);
                    } else {
                        at(budget, "spec").put(EVICTION, "IfHealthyBudget");
                    }
                },
                "spec",
                EVICTION);
    }

    private static Optional<Injected> defaultAccount(Site site) {
        if (!site.place().resource().endsWith("/default")) {
            return Optional.empty();
        }
        boolean spelledOut = site.random().percent(40);
        return site.inject(
                "K8S-DEFAULT-ACCOUNT-TOKEN",
                "token",
                account -> {
                    if (spelledOut) {
                        account.put(TOKEN, true);
                    } else {
                        account.remove(TOKEN);
                    }
                },
                account -> {
                    if (spelledOut) {
                        account.remove(TOKEN);
                    } else {
                        account.put(TOKEN, true);
                    }
                },
                TOKEN);
    }

    private static Optional<Injected> failsOpen(Site site) {
        JsonNode webhooks = site.node().path("webhooks");
        String name = webhooks.path(0).path("name").stringValue();
        return site.inject(
                "K8S-WEBHOOK-FAILS-OPEN",
                "policy",
                configuration -> webhook(configuration).put("failurePolicy", "Ignore"),
                configuration -> webhook(configuration).put("timeoutSeconds", 1),
                "webhooks",
                name,
                "failurePolicy");
    }

    private static ObjectNode webhook(ObjectNode configuration) {
        return (ObjectNode) configuration.path("webhooks").path(0);
    }
}
