package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.listAt;
import static dev.svgym.configremediation.generation.kubernetes.Tree.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of roles and bindings. */
final class AccessInjections {

    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> ALL_VERBS =
            List.of("get", "list", "watch", "create", "update", "patch", "delete");
    private static final String RBAC = "rbac.authorization.k8s.io";

    private AccessInjections() {}

    /**
     * A rule of a role, as it is without the fault.
     *
     * @param marker resource that tells it from the role's others
     */
    private record Entry(
            String marker, List<String> groups, List<String> resources, List<String> verbs) {

        ObjectNode node() {
            return map("apiGroups", groups, "resources", resources, "verbs", verbs);
        }
    }

    /** What the faulty rule looks like, and the wrong repair of it. */
    private record Change(Entry clean, Entry faulty, Entry trap, String right) {}

    static List<Injection> all() {
        List<Injection> all = new ArrayList<>();
        for (String kind : List.of("Role", "ClusterRole")) {
            all.add(ofRole(kind, "K8S-RBAC-SECRETS", AccessInjections::secrets));
            all.add(ofRole(kind, "K8S-RBAC-CREATE-PODS", AccessInjections::createPods));
            all.add(ofRole(kind, "K8S-RBAC-ESCALATION", AccessInjections::escalation));
            all.add(ofRole(kind, "K8S-RBAC-POD-EXEC", AccessInjections::podExec));
            all.add(ofRole(kind, "K8S-RBAC-TOKEN-CREATION", AccessInjections::tokens));
            all.add(ofRole(kind, "K8S-RBAC-WILDCARD-VERBS", AccessInjections::everyVerb));
            all.add(ofRole(kind, "K8S-RBAC-WILDCARD-RESOURCES", AccessInjections::everyResource));
            all.add(ofRole(kind, "K8S-RBAC-WILDCARD-GROUPS", AccessInjections::everyGroup));
        }
        all.add(ofRole("ClusterRole", "K8S-RBAC-NODE-PROXY", AccessInjections::nodeProxy));
        all.add(ofRole("ClusterRole", "K8S-RBAC-WEBHOOKS", AccessInjections::webhooks));
        for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
            all.add(Injection.ofObject("K8S-RBAC-CLUSTER-ADMIN", kind, AccessInjections::admin));
            all.add(
                    Injection.ofObject(
                            "K8S-RBAC-SYSTEM-SUBJECTS", kind, AccessInjections::everybody));
        }
        return all;
    }

    /** Draws a change of one rule of a role. */
    private interface Draw {

        Change of(Site site);
    }

    private static Injection ofRole(String kind, String rule, Draw draw) {
        return Injection.ofObject(rule, kind, site -> change(site, rule, draw.of(site)));
    }

    /** Puts the clean rule into the role where it has none like it. */
    private static Optional<Injected> change(Site site, String rule, Change change) {
        int position = site.random().below(site.node().path("rules").size() + 1);
        Edit prepare =
                documents -> {
                    ArrayNode rules = listAt(site.place().node(documents), "rules");
                    for (int i = rules.size() - 1; i >= 0; i--) {
                        if (has(rules.path(i), change.clean.marker)) {
                            rules.remove(i);
                        }
                    }
                    rules.insert(Math.min(position, rules.size()), change.clean.node());
                };
        return site.inject(
                        rule,
                        "rule " + change.clean.marker,
                        role -> replace(role, change.clean, change.faulty),
                        role -> replace(role, change.faulty, change.trap),
                        "rules",
                        change.right)
                .map(injected -> injected.prepared(prepare));
    }

    private static boolean has(JsonNode rule, String resource) {
        return rule.path("resources").values().stream()
                .anyMatch(one -> one.asString("").equals(resource));
    }

    private static void replace(ObjectNode role, Entry from, Entry to) {
        ArrayNode rules = listAt(role, "rules");
        for (int i = 0; i < rules.size(); i++) {
            if (rules.path(i).equals(from.node())) {
                rules.set(i, to.node());
                return;
            }
        }
        throw new IllegalStateException("the rule is gone");
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static Change secrets(Site site) {
        List<String> resources = List.of("configmaps");
        return new Change(
                core("configmaps", resources, READ),
                core("configmaps", with(resources, "secrets"), READ),
                core("configmaps", with(resources, "secrets"), List.of("get")),
                "secrets");
    }

    private static Entry core(String marker, List<String> resources, List<String> verbs) {
        return new Entry(marker, List.of(""), resources, verbs);
    }

    private static Change createPods(Site site) {
        List<String> pods = List.of("pods");
        return new Change(
                core("pods", pods, READ),
                core("pods", pods, with(READ, "create")),
                core("pods", pods, List.of("watch")),
                "pods");
    }

    private static Change escalation(Site site) {
        String resource = site.place().resource().startsWith("Role/") ? "roles" : "clusterroles";
        String verb = site.random().oneOf(List.of("bind", "escalate"));
        String other = verb.equals("bind") ? "escalate" : "bind";
        List<String> groups = List.of(RBAC);
        List<String> resources = List.of(resource);
        return new Change(
                new Entry(resource, groups, resources, READ),
                new Entry(resource, groups, resources, with(READ, verb)),
                new Entry(resource, groups, resources, with(READ, other)),
                verb);
    }

    private static Change podExec(Site site) {
        String exec = site.random().oneOf(List.of("pods/exec", "pods/attach"));
        List<String> log = List.of("pods/log");
        List<String> verbs = List.of("get", "create");
        return new Change(
                core("pods/log", log, verbs),
                core("pods/log", with(log, exec), verbs),
                core("pods/log", with(log, exec), List.of("get")),
                exec);
    }

    private static Change tokens(Site site) {
        String token = "serviceaccounts/token";
        List<String> accounts = List.of("serviceaccounts");
        List<String> verbs = List.of("create");
        return new Change(
                core("serviceaccounts", accounts, verbs),
                core("serviceaccounts", with(accounts, token), verbs),
                core("serviceaccounts", with(accounts, token), List.of("get")),
                token);
    }

    private static Change nodeProxy(Site site) {
        List<String> nodes = List.of("nodes");
        return new Change(
                core("nodes", nodes, List.of("get", "list")),
                core("nodes", with(nodes, "nodes/proxy"), List.of("get", "list")),
                core("nodes", with(nodes, "nodes/proxy"), List.of("get")),
                "nodes/proxy");
    }

    private static Change webhooks(Site site) {
        String resource =
                site.random()
                        .oneOf(
                                List.of(
                                        "mutatingwebhookconfigurations",
                                        "validatingwebhookconfigurations"));
        List<String> groups = List.of("admissionregistration.k8s.io");
        List<String> resources = List.of(resource);
        return new Change(
                new Entry(resource, groups, resources, READ),
                new Entry(resource, groups, resources, with(READ, "update")),
                new Entry(resource, groups, resources, with(READ, "patch")),
                resource);
    }

    private static Change everyVerb(Site site) {
        String resource = "horizontalpodautoscalers";
        List<String> groups = List.of("autoscaling");
        List<String> resources = List.of(resource);
        return new Change(
                new Entry(resource, groups, resources, ALL_VERBS),
                new Entry(resource, groups, resources, List.of("*")),
                new Entry(resource, groups, resources, READ),
                "verbs");
    }

    private static Change everyResource(Site site) {
        boolean jobs = site.random().percent(50);
        List<String> groups = List.of(jobs ? "batch" : "networking.k8s.io");
        List<String> resources =
                jobs ? List.of("cronjobs", "jobs") : List.of("ingresses", "networkpolicies");
        String marker = resources.getFirst();
        return new Change(
                new Entry(marker, groups, resources, READ),
                new Entry(marker, groups, List.of("*"), READ),
                new Entry(marker, groups, List.of(marker), READ),
                "resources");
    }

    private static Change everyGroup(Site site) {
        List<String> resources = List.of("deployments");
        return new Change(
                new Entry("deployments", List.of("apps"), resources, READ),
                new Entry("deployments", List.of("*"), resources, READ),
                new Entry("deployments", List.of("extensions"), resources, READ),
                "apiGroups");
    }

    /** In a binding of a role that every cluster has, made so where it is not. */
    private static Optional<Injected> admin(Site site) {
        String role = site.random().oneOf(List.of("admin", "edit"));
        return site.inject(
                        "K8S-RBAC-CLUSTER-ADMIN",
                        "role",
                        binding -> roleRef(binding, "cluster-admin"),
                        binding -> roleRef(binding, "cluster-owner"),
                        "roleRef",
                        "name")
                .map(injected ->
                        injected.prepared(
                                documents -> roleRef(site.place().node(documents), role)));
    }

    private static void roleRef(ObjectNode binding, String name) {
        binding.set("roleRef", map("apiGroup", RBAC, "kind", "ClusterRole", "name", name));
    }

    private static Optional<Injected> everybody(Site site) {
        String group =
                site.random()
                        .oneOf(
                                List.of(
                                        "system:authenticated",
                                        "system:unauthenticated",
                                        "system:masters"));
        int at = site.random().below(2);
        Consumer<ObjectNode> fault =
                binding ->
                        listAt(binding, "subjects")
                                .insert(at, map("kind", "Group", "name", group, "apiGroup", RBAC));
        return site.inject(
                "K8S-RBAC-SYSTEM-SUBJECTS",
                "subjects",
                fault,
                binding -> {
                    ObjectNode subject = Tree.named(binding.path("subjects"), group);
                    subject.put("name", "system:serviceaccounts");
                },
                "subjects",
                "Group//" + group,
                "name");
    }
}
