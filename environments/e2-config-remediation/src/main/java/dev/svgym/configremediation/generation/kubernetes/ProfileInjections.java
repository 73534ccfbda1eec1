package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.at;

import dev.svgym.configremediation.generation.Fault;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Faults in what confines a process: seccomp, AppArmor, SELinux, the masks of /proc. */
final class ProfileInjections {

    private static final String CONTEXT = "securityContext";
    private static final String SECCOMP = "seccompProfile";

    private ProfileInjections() {}

    static List<Injection> all() {
        return List.of(
                Injection.ofPod("K8S-SECCOMP-MISSING", ProfileInjections::missingInPod),
                Injection.ofContainer("K8S-SECCOMP-MISSING", ProfileInjections::missing),
                Injection.ofPod("K8S-SECCOMP-UNCONFINED", ProfileInjections::unconfinedPod),
                Injection.ofContainer("K8S-SECCOMP-UNCONFINED", ProfileInjections::unconfined),
                Injection.ofPod("K8S-APPARMOR", ProfileInjections::annotated),
                Injection.ofContainer("K8S-APPARMOR", ProfileInjections::noAppArmor),
                Injection.ofContainer("K8S-SELINUX", ProfileInjections::selinux),
                Injection.ofContainer("K8S-PROC-MOUNT", ProfileInjections::procMount),
                Injection.ofContainer(
                        "K8S-PROC-MOUNT-USER-NAMESPACE", ProfileInjections::procMountOfNobody));
    }

    private static boolean podHasProfile(Site site) {
        return site.spec().path(CONTEXT).has(SECCOMP);
    }

    /** The old annotation, which no cluster reads any more. */
    private static void annotate(ObjectNode template) {
        at(template, "metadata", "annotations")
                .put("seccomp.security.alpha.kubernetes.io/pod", "runtime/default");
    }

    private static Optional<Injected> missingInPod(Site site) {
        List<Place> bare = site.containersWithout(CONTEXT, SECCOMP);
        if (site.isWindows() || !podHasProfile(site) || bare.isEmpty()) {
            return Optional.empty();
        }
        List<Fault> faults =
                bare.stream()
                        .map(container -> container.fault("K8S-SECCOMP-MISSING", CONTEXT, SECCOMP))
                        .toList();
        return site.inject(
                SECCOMP,
                faults,
                template -> Tree.prune(template, "spec", CONTEXT, SECCOMP),
                ProfileInjections::annotate);
    }

    private static Optional<Injected> missing(Site site) {
        if (site.isWindows() || podHasProfile(site) || !site.node().path(CONTEXT).has(SECCOMP)) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-SECCOMP-MISSING",
                SECCOMP,
                container -> Tree.prune(container, CONTEXT, SECCOMP),
                container -> at(container, CONTEXT, SECCOMP).put("type", "Unconfined"),
                CONTEXT,
                SECCOMP);
    }

    /** Where every container has a profile of its own, the pod's is violated alone. */
    private static Optional<Injected> unconfinedPod(Site site) {
        if (site.isWindows() || !site.containersWithout(CONTEXT, SECCOMP).isEmpty()) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-SECCOMP-UNCONFINED",
                SECCOMP,
                template -> at(template, "spec", CONTEXT, SECCOMP).put("type", "Unconfined"),
                template -> {
                    ObjectNode profile = at(template, "spec", CONTEXT, SECCOMP);
                    profile.put("type", "Localhost");
                    profile.put("localhostProfile", "profiles/app.json");
                },
                "spec",
                CONTEXT,
                SECCOMP,
                "type");
    }

    private static Optional<Injected> unconfined(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        boolean mayGo = podHasProfile(site) || !site.inForce().contains("K8S-SECCOMP-MISSING");
        return site.inject(
                "K8S-SECCOMP-UNCONFINED",
                SECCOMP,
                container -> at(container, CONTEXT, SECCOMP).put("type", "Unconfined"),
                container -> {
                    if (mayGo) {
                        at(container, CONTEXT, SECCOMP).put("type", "Localhost");
                        at(container, CONTEXT, SECCOMP).put("localhostProfile", "app.json");
                    } else {
                        Tree.prune(container, CONTEXT, SECCOMP);
                    }
                },
                CONTEXT,
                SECCOMP,
                "type");
    }

    private static Optional<Injected> annotated(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        List<Place> containers = site.place().containersOf(site.clean());
        String annotation =
                "container.apparmor.security.beta.kubernetes.io/"
                        + site.random().oneOf(containers).name();
        return site.inject(
                "K8S-APPARMOR",
                "apparmor",
                template -> at(template, "metadata", "annotations").put(annotation, "unconfined"),
                template ->
                        at(template, "metadata", "annotations")
                                .put(annotation, "localhost/permissive"),
                "metadata",
                "annotations",
                annotation);
    }

    private static Optional<Injected> noAppArmor(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-APPARMOR",
                "apparmor",
                container -> at(container, CONTEXT, "appArmorProfile").put("type", "Unconfined"),
                container -> {
                    ObjectNode profile = at(container, CONTEXT, "appArmorProfile");
                    profile.put("type", "Localhost");
                    profile.put("localhostProfile", "k8s-permissive");
                },
                CONTEXT,
                "appArmorProfile",
                "type");
    }

    private static Optional<Injected> selinux(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        String option = site.random().oneOf(List.of("type", "user", "role"));
        String value =
                switch (option) {
                    case "type" -> site.random().oneOf(List.of("spc_t", "unconfined_t"));
                    case "user" -> "system_u";
                    default -> "system_r";
                };
        return site.inject(
                "K8S-SELINUX",
                "selinux",
                container -> at(container, CONTEXT, "seLinuxOptions").put(option, value),
                container -> at(container, CONTEXT, "seLinuxOptions").put(option, "container_file"),
                CONTEXT,
                "seLinuxOptions",
                option);
    }

    private static Optional<Injected> procMount(Site site) {
        return site.isWindows() || site.isInUserNamespace()
                ? Optional.empty()
                : unmask(site, "K8S-PROC-MOUNT");
    }

    /** In a pod that is in a user namespace, made so where it is not. */
    private static Optional<Injected> procMountOfNobody(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        Edit namespace = documents -> site.place().spec(documents).put("hostUsers", false);
        return unmask(site, "K8S-PROC-MOUNT-USER-NAMESPACE")
                .map(injected -> injected.prepared(namespace));
    }

    private static Optional<Injected> unmask(Site site, String rule) {
        return site.inject(
                rule,
                "procMount",
                container -> at(container, CONTEXT).put("procMount", "Unmasked"),
                container -> at(container, CONTEXT).put("procMount", "Masked"),
                CONTEXT,
                "procMount");
    }
}
