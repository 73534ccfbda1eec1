package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.at;
import static dev.svgym.configremediation.generation.kubernetes.Tree.list;

import dev.svgym.configremediation.generation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults that give a container more rights than it needs. */
final class PrivilegeInjections {

    private static final String ESCALATION = "K8S-PRIVILEGE-ESCALATION";
    private static final String FIELD = "allowPrivilegeEscalation";

    private PrivilegeInjections() {}

    static List<Injection> all() {
        return List.of(
                Injection.ofContainer("K8S-PRIVILEGED", PrivilegeInjections::privileged),
                Injection.ofContainer(ESCALATION, PrivilegeInjections::escalation),
                Injection.ofContainer(
                        "K8S-ADDED-CAPABILITIES",
                        site ->
                                added(
                                        site,
                                        "K8S-ADDED-CAPABILITIES",
                                        List.of(
                                                "NET_ADMIN",
                                                "SYS_ADMIN",
                                                "SYS_PTRACE",
                                                "SYS_TIME",
                                                "NET_RAW",
                                                "IPC_LOCK",
                                                "SYS_RESOURCE"))),
                Injection.ofContainer(
                        "K8S-RESTRICTED-CAPABILITIES",
                        site ->
                                site.isWindows()
                                        ? Optional.empty()
                                        : added(
                                                site,
                                                "K8S-RESTRICTED-CAPABILITIES",
                                                List.of(
                                                        "CHOWN",
                                                        "SETUID",
                                                        "SETGID",
                                                        "DAC_OVERRIDE",
                                                        "FOWNER",
                                                        "KILL"))),
                Injection.ofContainer("K8S-DROP-CAPABILITIES", PrivilegeInjections::dropped));
    }

    /**
     * A privileged container may gain privileges, and a cluster refuses one that says that it may not: where both rules
     * are in force both are violated.
     */
    private static Optional<Injected> privileged(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        boolean both = site.inForce().contains(ESCALATION);
        List<Fault> faults = new ArrayList<>();
        faults.add(site.place().fault("K8S-PRIVILEGED", "securityContext", "privileged"));
        if (both) {
            faults.add(site.place().fault(ESCALATION, "securityContext", FIELD));
        }
        boolean spelledOut = site.random().percent(50);
        Edit unspoken =
                documents -> at(site.place().node(documents), "securityContext").remove(FIELD);
        return site.inject(
                        "escalation",
                        faults,
                        container -> {
                            ObjectNode context = at(container, "securityContext");
                            context.put("privileged", true);
                            if (both && spelledOut) {
                                context.put(FIELD, true);
                            } else if (both) {
                                context.remove(FIELD);
                            }
                        },
                        container -> {
                            ObjectNode context = at(container, "securityContext");
                            context.put("privileged", false);
                            at(context, "capabilities").set("add", list("SYS_ADMIN"));
                        })
                .map(injected -> both ? injected : injected.prepared(unspoken));
    }

    private static Optional<Injected> escalation(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        boolean spelledOut = site.random().percent(55);
        return site.inject(
                ESCALATION,
                "escalation",
                container -> {
                    if (spelledOut) {
                        at(container, "securityContext").put(FIELD, true);
                    } else {
                        Tree.prune(container, "securityContext", FIELD);
                    }
                },
                container -> {
                    Tree.prune(container, "securityContext", FIELD);
                    at(container, "securityContext").put("privileged", false);
                },
                "securityContext",
                FIELD);
    }

    private static Optional<Injected> added(Site site, String rule, List<String> capabilities) {
        List<String> excess = new ArrayList<>();
        excess.add(site.random().oneOf(capabilities));
        String another = site.random().oneOf(capabilities);
        if (site.random().percent(40) && !excess.contains(another)) {
            excess.add(another);
        }
        String other =
                capabilities.stream().filter(c -> !excess.contains(c)).findFirst().orElseThrow();
        JsonNode before = site.node().path("securityContext").path("capabilities").path("add");
        List<String> granted = new ArrayList<>();
        before.forEach(capability -> granted.add(capability.stringValue()));
        List<String> all = new ArrayList<>(granted);
        all.addAll(site.random().below(all.size() + 1), excess);
        List<String> swapped = new ArrayList<>(granted);
        swapped.add(other);
        return site.inject(
                rule,
                "add",
                container -> capabilities(container).set("add", list(all)),
                container -> capabilities(container).set("add", list(swapped)),
                "securityContext",
                "capabilities",
                "add");
    }

    private static ObjectNode capabilities(ObjectNode container) {
        return at(container, "securityContext", "capabilities");
    }

    private static Optional<Injected> dropped(Site site) {
        if (site.isWindows()) {
            return Optional.empty();
        }
        List<ArrayNode> less =
                List.of(list("NET_RAW"), list("NET_RAW", "SYS_CHROOT"), list("MKNOD", "SETPCAP"));
        ArrayNode some = site.random().oneOf(less);
        boolean none = site.random().percent(45);
        return site.inject(
                "K8S-DROP-CAPABILITIES",
                "drop",
                container -> {
                    if (none) {
                        Tree.prune(container, "securityContext", "capabilities", "drop");
                    } else {
                        capabilities(container).set("drop", some.deepCopy());
                    }
                },
                container ->
                        capabilities(container)
                                .set(
                                        "drop",
                                        list("NET_RAW", "SYS_CHROOT", "MKNOD", "CHOWN", "SETUID")),
                "securityContext",
                "capabilities",
                "drop");
    }
}
