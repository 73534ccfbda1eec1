package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.at;

import dev.svgym.configremediation.generation.Fault;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Faults in who a process runs as. */
final class UserInjections {

    private static final String NON_ROOT = "K8S-RUN-AS-NON-ROOT";
    private static final String CONTEXT = "securityContext";
    private static final String FIELD = "runAsNonRoot";

    private UserInjections() {}

    static List<Injection> all() {
        return List.of(
                Injection.ofPod(NON_ROOT, UserInjections::undecidedPod),
                Injection.ofContainer(NON_ROOT, UserInjections::undecided),
                Injection.ofContainer(NON_ROOT, UserInjections::root),
                Injection.ofPod("K8S-RUN-AS-USER", UserInjections::userOfPod),
                Injection.ofContainer("K8S-RUN-AS-USER", UserInjections::user),
                Injection.ofPod("K8S-HOST-PROCESS", UserInjections::hostProcess));
    }

    private static Optional<Injected> undecidedPod(Site site) {
        List<Place> bare = site.containersWithout(CONTEXT, FIELD);
        if (site.isInUserNamespace() || !site.spec().path(CONTEXT).has(FIELD) || bare.isEmpty()) {
            return Optional.empty();
        }
        List<Fault> faults =
                bare.stream().map(container -> container.fault(NON_ROOT, CONTEXT, FIELD)).toList();
        return site.inject(
                "user",
                faults,
                template -> Tree.prune(template, "spec", CONTEXT, FIELD),
                template -> at(template, "spec", CONTEXT).put("runAsUser", 65534));
    }

    private static Optional<Injected> undecided(Site site) {
        if (site.isInUserNamespace()
                || site.spec().path(CONTEXT).has(FIELD)
                || !site.node().path(CONTEXT).has(FIELD)) {
            return Optional.empty();
        }
        return site.inject(
                NON_ROOT,
                "user",
                container -> Tree.prune(container, CONTEXT, FIELD),
                container -> at(container, CONTEXT).put("runAsUser", 10001),
                CONTEXT,
                FIELD);
    }

    private static Optional<Injected> root(Site site) {
        if (site.isInUserNamespace()) {
            return Optional.empty();
        }
        return site.inject(
                NON_ROOT,
                "user",
                container -> at(container, CONTEXT).put(FIELD, false),
                container -> at(container, CONTEXT).put("runAsUser", 10001),
                CONTEXT,
                FIELD);
    }

    private static Optional<Injected> userOfPod(Site site) {
        if (site.isInUserNamespace() || site.isWindows()) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-RUN-AS-USER",
                "user",
                template -> at(template, "spec", CONTEXT).put("runAsUser", 0),
                template -> {
                    ObjectNode context = at(template, "spec", CONTEXT);
                    context.put(FIELD, true);
                    context.put("runAsGroup", 3000);
                },
                "spec",
                CONTEXT,
                "runAsUser");
    }

    private static Optional<Injected> user(Site site) {
        if (site.isInUserNamespace() || site.isWindows()) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-RUN-AS-USER",
                "user",
                container -> at(container, CONTEXT).put("runAsUser", 0),
                container -> {
                    at(container, CONTEXT).put(FIELD, true);
                    at(container, CONTEXT).put("runAsGroup", 3000);
                },
                CONTEXT,
                "runAsUser");
    }

    private static Optional<Injected> hostProcess(Site site) {
        if (!site.isWindows()) {
            return Optional.empty();
        }
        return site.inject(
                "K8S-HOST-PROCESS",
                "windows",
                template -> {
                    ObjectNode options = at(template, "spec", CONTEXT, "windowsOptions");
                    options.put("hostProcess", true);
                    options.put("runAsUserName", "NT AUTHORITY\\SYSTEM");
                },
                template ->
                        at(template, "spec", CONTEXT, "windowsOptions")
                                .put("runAsUserName", "ContainerAdministrator"),
                "spec",
                CONTEXT,
                "windowsOptions",
                "hostProcess");
    }
}
