package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.at;
import static dev.svgym.configremediation.generation.kubernetes.Tree.list;
import static dev.svgym.configremediation.generation.kubernetes.Tree.listAt;
import static dev.svgym.configremediation.generation.kubernetes.Tree.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of pods beyond the Pod Security Standards: resources, images, accounts, files. */
final class WorkloadInjections {

    private static final String CONTEXT = "securityContext";
    private static final String READ_ONLY = "readOnlyRootFilesystem";
    private static final String TOKEN = "automountServiceAccountToken";

    private WorkloadInjections() {}

    static List<Injection> all() {
        return List.of(
                Injection.ofContainer(
                        "K8S-CPU-LIMIT", site -> unset(site, "K8S-CPU-LIMIT", "limits", "cpu")),
                Injection.ofContainer(
                        "K8S-CPU-REQUEST",
                        site -> unset(site, "K8S-CPU-REQUEST", "requests", "cpu")),
                Injection.ofContainer(
                        "K8S-MEMORY-LIMIT",
                        site -> unset(site, "K8S-MEMORY-LIMIT", "limits", "memory")),
                Injection.ofContainer(
                        "K8S-MEMORY-REQUEST",
                        site -> unset(site, "K8S-MEMORY-REQUEST", "requests", "memory")),
                Injection.ofContainer("K8S-LATEST-TAG", WorkloadInjections::latestTag),
                Injection.ofContainer("K8S-IMAGE-PULL-NEVER", WorkloadInjections::neverPulled),
                Injection.ofContainer("K8S-READ-ONLY-ROOT", WorkloadInjections::writableRoot),
                Injection.ofPod("K8S-ROOT-GROUP", WorkloadInjections::rootGroup),
                Injection.ofPod("K8S-SHARED-PROCESSES", WorkloadInjections::sharedProcesses),
                Injection.ofPod("K8S-SERVICE-ACCOUNT-TOKEN", WorkloadInjections::mountedToken),
                Injection.ofPod(
                        "K8S-DEPRECATED-SERVICE-ACCOUNT", WorkloadInjections::deprecatedAccount),
                Injection.ofPod("K8S-MEMORY-VOLUME", WorkloadInjections::memoryVolume),
                Injection.ofPod("K8S-TOKEN-LIFETIME", WorkloadInjections::oldToken));
    }

    /** Repaired by the trap with far more than anybody needs. */
    private static Optional<Injected> unset(Site site, String rule, String kind, String resource) {
        String tooMuch = resource.equals("cpu") ? "64" : "512Gi";
        return site.inject(
                rule,
                kind + resource,
                container -> Tree.prune(container, "resources", kind, resource),
                container -> {
                    at(container, "resources", "requests").remove(resource);
                    at(container, "resources", kind).put(resource, tooMuch);
                },
                "resources",
                kind,
                resource);
    }

    /** The repository of an image. */
    private static String repository(String image) {
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
    }

    private static Optional<Injected> latestTag(Site site) {
        String repository = repository(site.node().path("image").stringValue());
        String loose = repository + (site.random().percent(65) ? ":latest" : "");
        String elsewhere =
                "mirror.example/" + repository.substring(repository.lastIndexOf('/') + 1);
        return site.inject(
                "K8S-LATEST-TAG",
                "image",
                container -> container.put("image", loose),
                container -> container.put("image", elsewhere + ":1.0.0"),
                "image");
    }

    private static Optional<Injected> neverPulled(Site site) {
        String repository = repository(site.node().path("image").stringValue());
        return site.inject(
                "K8S-IMAGE-PULL-NEVER",
                "image",
                container -> container.put("imagePullPolicy", "Never"),
                container -> {
                    container.put("imagePullPolicy", "Always");
                    container.put("image", repository + ":latest");
                },
                "imagePullPolicy");
    }

    private static Optional<Injected> writableRoot(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        boolean spelledOut = site.random().percent(50);
        return site.inject(
                "K8S-READ-ONLY-ROOT",
                "root",
                container -> {
                    if (spelledOut) {
                        at(container, CONTEXT).put(READ_ONLY, false);
                    } else {
                        Tree.prune(container, CONTEXT, READ_ONLY);
                    }
                },
                container -> {
                    if (spelledOut) {
                        Tree.prune(container, CONTEXT, READ_ONLY);
                    } else {
                        at(container, CONTEXT).put(READ_ONLY, false);
                    }
                },
                CONTEXT,
                READ_ONLY);
    }

    private static Optional<Injected> rootGroup(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        boolean hasGroup = site.spec().path(CONTEXT).has("runAsGroup");
        String field =
                hasGroup && site.random().percent(50)
                        ? "runAsGroup"
                        : site.random().oneOf(List.of("fsGroup", "supplementalGroups"));
        return site.inject(
                "K8S-ROOT-GROUP",
                "group",
                template -> {
                    ObjectNode context = at(template, "spec", CONTEXT);
                    if (field.equals("supplementalGroups")) {
                        context.set(field, list(0));
                    } else {
                        context.put(field, 0);
                    }
                },
                template -> at(template, "spec", CONTEXT).put("fsGroupChangePolicy", "Always"),
                "spec",
                CONTEXT,
                field);
    }

    private static Optional<Injected> sharedProcesses(Site site) {
        return site.inject(
                "K8S-SHARED-PROCESSES",
                "hostPID",
                template -> at(template, "spec").put("shareProcessNamespace", true),
                template -> {
                    at(template, "spec").put("shareProcessNamespace", false);
                    at(template, "spec").put("hostPID", true);
                },
                "spec",
                "shareProcessNamespace");
    }

    /** In a pod without an account of its own, made so where it has one. */
    private static Optional<Injected> mountedToken(Site site) {
        if (site.spec().path(TOKEN).asBoolean(true)) {
            return Optional.empty();
        }
        boolean alone =
                site.clean().stream()
                        .noneMatch(document ->
                                Place.resource(document).startsWith("ServiceAccount/")
                                        && Place.resource(document).endsWith("/default"));
        boolean unspoken = alone && site.random().percent(60);
        String account = site.spec().path("serviceAccountName").asString("app");
        return site.inject(
                        "K8S-SERVICE-ACCOUNT-TOKEN",
                        "account",
                        template -> {
                            if (unspoken) {
                                at(template, "spec").remove(TOKEN);
                            } else {
                                at(template, "spec").put(TOKEN, true);
                            }
                        },
                        template -> at(template, "spec").put("serviceAccountName", account),
                        "spec",
                        TOKEN)
                .map(injected ->
                        injected.prepared(documents ->
                                site.place().spec(documents).remove("serviceAccountName")));
    }

    private static Optional<Injected> deprecatedAccount(Site site) {
        String account = site.spec().path("serviceAccountName").asString("");
        if (account.isEmpty()) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-DEPRECATED-SERVICE-ACCOUNT",
                "account",
                template -> {
                    at(template, "spec").remove("serviceAccountName");
                    at(template, "spec").put("serviceAccount", account);
                },
                template -> at(template, "spec").remove("serviceAccount"),
                "spec",
                "serviceAccount");
    }

    private static Optional<Injected> memoryVolume(Site site) {
        List<String> scratch = new ArrayList<>();
        for (JsonNode volume : site.spec().path("volumes")) {
            if (volume.has("emptyDir")) {
                scratch.add(volume.path("name").stringValue());
            }
        }
        if (scratch.isEmpty()) {
            return Optional.empty();
        }
        String name = site.random().oneOf(scratch);
        return site.inject(
                "K8S-MEMORY-VOLUME",
                "volume " + name,
                template -> {
                    ObjectNode source = at(volume(template, name), "emptyDir");
                    source.put("medium", "Memory");
                    source.remove("sizeLimit");
                },
                template -> at(volume(template, name), "emptyDir").put("sizeLimit", "2Ti"),
                "spec",
                "volumes",
                name,
                "emptyDir",
                "sizeLimit");
    }

    private static ObjectNode volume(ObjectNode template, String name) {
        return Tree.named(at(template, "spec").path("volumes"), name);
    }

    /** In a volume of the first container, put there where it is not. */
    private static Optional<Injected> oldToken(Site site) {
        String name = "identity";
        int seconds = site.random().oneOf(List.of(172_800, 604_800, 31_536_000));
        for (JsonNode volume : site.spec().path("volumes")) {
            if (Tree.isNamed(volume, name)) {
                return Optional.empty();
            }
        }
        return site.inject(
                        "K8S-TOKEN-LIFETIME",
                        "volume " + name,
                        template -> token(template, name).put("expirationSeconds", seconds),
                        template -> token(template, name).put("expirationSeconds", 90_000),
                        "spec",
                        "volumes",
                        name,
                        "projected",
                        "sources",
                        "0",
                        "serviceAccountToken",
                        "expirationSeconds")
                .map(injected ->
                        injected.prepared(documents -> {
                            ObjectNode spec = site.place().spec(documents);
                            listAt(spec, "volumes").add(projected(name));
                            listAt((ObjectNode) spec.path("containers").path(0), "volumeMounts")
                                    .add(
                                            map(
                                                    "name",
                                                    name,
                                                    "mountPath",
                                                    "/var/run/identity",
                                                    "readOnly",
                                                    true));
                        }));
    }

    private static ObjectNode projected(String name) {
        return map(
                "name",
                name,
                "projected",
                map(
                        "sources",
                        list(
                                map(
                                        "serviceAccountToken",
                                        map(
                                                "path",
                                                "token",
                                                "audience",
                                                "vault.internal.example",
                                                "expirationSeconds",
                                                3600)))));
    }

    private static ObjectNode token(ObjectNode template, String name) {
        JsonNode source = volume(template, name).path("projected").path("sources").path(0);
        return (ObjectNode) source.path("serviceAccountToken");
    }
}
