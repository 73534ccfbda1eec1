package dev.svgym.configremediation;

import static dev.svgym.configremediation.Tempted.assertRefused;
import static dev.svgym.configremediation.Tempted.assertSuccess;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repairs of roles and bindings: what is offending goes, in whatever style, and every other right stays. */
class RoleGatesTest {

    /** A cluster role of these rules, in flow style. */
    private static String role(String... rules) {
        return """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: operator}
        rules: [%s]
        """
                .formatted(String.join(", ", rules));
    }

    private static String rule(String groups, String resources, String verbs) {
        return "{apiGroups: [%s], resources: [%s], verbs: [%s]}"
                .formatted(groups, resources, verbs);
    }

    private static final String DEPLOYMENTS = rule("apps", "deployments", "get, patch");

    @Nested
    class secrets_in_a_role {

        private static final String BEFORE =
                role(rule("''", "'configmaps', secrets", "get, list"), DEPLOYMENTS);

        @Test
        void may_be_taken_out_in_any_style() {
            assertSuccess(
                    "k8s-rbac", BEFORE, role(rule("''", "configmaps", "get, list"), DEPLOYMENTS));
            assertSuccess(
                    "k8s-rbac", BEFORE, role(DEPLOYMENTS, rule("''", "configmaps", "list, get")));
            assertSuccess(
                    "k8s-rbac",
                    BEFORE,
                    role(
                            rule("''", "configmaps", "get"),
                            DEPLOYMENTS,
                            rule("''", "configmaps", "list")));
            assertSuccess(
                    "k8s-rbac",
                    BEFORE,
                    role(
                            rule("''", "configmaps", "get, list"),
                            "{apiGroups: [''], resources: [secrets], resourceNames: [own], verbs: [get]}",
                            DEPLOYMENTS));
        }

        @Test
        void may_not_take_other_rights_with_them() {
            assertRefused("preservation", "k8s-rbac", BEFORE, role(DEPLOYMENTS));
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    BEFORE,
                    role(rule("''", "configmaps", "get"), DEPLOYMENTS));
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    BEFORE,
                    role(rule("''", "configmaps", "get, list")));
            assertRefused("preservation", "k8s-rbac", BEFORE, role());
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    BEFORE,
                    role(
                            "{apiGroups: [''], resources: [configmaps, secrets], resourceNames: [own], verbs: [get, list]}",
                            DEPLOYMENTS));
        }

        @Test
        void may_not_come_back_in_other_words() {
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    BEFORE,
                    role(rule("''", "configmaps, pods", "get, list"), DEPLOYMENTS));
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    BEFORE,
                    role(rule("''", "'*'", "get, list"), DEPLOYMENTS));
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    BEFORE,
                    role(rule("'', apps", "configmaps", "get, list"), DEPLOYMENTS));
            assertRefused(
                    "rescan",
                    "k8s-rbac",
                    BEFORE,
                    role(
                            rule("''", "configmaps", "get, list"),
                            DEPLOYMENTS,
                            rule("''", "secrets", "list")));
        }

        @Test
        void may_not_leave_a_rule_that_no_cluster_takes() {
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    role(rule("''", "secrets", "get"), DEPLOYMENTS),
                    role("{apiGroups: [''], resources: [], verbs: [get]}", DEPLOYMENTS));
        }

        @Test
        void make_no_other_rule_pass_for_the_one_before_them() {
            String exec = rule("''", "pods/exec", "create");
            String pods = rule("''", "pods", "get");
            String secrets = rule("''", "secrets", "get");

            assertSuccess("k8s-rbac", role(exec, pods, secrets), role(pods));
            assertRefused("preservation", "k8s-rbac", role(exec, pods, secrets), role(exec));
            assertRefused("rescan", "k8s-rbac", role(exec, pods, secrets), role(pods, secrets));
            assertRefused("preservation", "k8s-rbac", role(exec, pods, secrets), role(secrets));
        }
    }

    @Nested
    class a_wildcard {

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "'get, list, watch, create, update, patch, delete'; true",
                    "'delete, get, list, watch, create, update, patch, deletecollection'; true",
                    "'get, list, watch'; false",
                    "'get'; false",
                    "'get, list, watch, create, update, patch'; false"
                })
        void of_verbs_gives_way_to_all_common_ones(String verbs, boolean allowed) {
            String before = role(rule("apps", "deployments", "'*'"));
            String after = role(rule("apps", "deployments", verbs.replace("'", "")));

            if (allowed) {
                assertSuccess("k8s-rbac", before, after);
            } else {
                assertRefused("preservation", "k8s-rbac", before, after);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "''; configmaps, persistentvolumeclaims, pods, services",
                    "apps; daemonsets, deployments, replicasets, statefulsets",
                    "autoscaling; horizontalpodautoscalers",
                    "batch; cronjobs, jobs",
                    "coordination.k8s.io; leases",
                    "discovery.k8s.io; endpointslices",
                    "networking.k8s.io; ingresses, networkpolicies",
                    "policy; poddisruptionbudgets"
                })
        void of_resources_gives_way_to_the_common_ones_of_each_group(String group, String names) {
            String quoted = "'" + group + "'";
            String before = role(rule(quoted, "'*'", "get"), DEPLOYMENTS);
            String fewer = names.contains(",") ? names.substring(names.indexOf(',') + 2) : "other";

            assertSuccess("k8s-rbac", before, role(rule(quoted, names, "get"), DEPLOYMENTS));
            assertSuccess(
                    "k8s-rbac", before, role(rule(quoted, names + ", more", "get"), DEPLOYMENTS));
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    before,
                    role(rule(quoted, fewer, "get"), DEPLOYMENTS));
            assertRefused("preservation", "k8s-rbac", before, role(rule(quoted, names, "get")));
            assertSuccess(
                    "k8s-rbac", role(rule("'*'", names, "get")), role(rule(quoted, names, "get")));
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    role(rule("'*'", names, "get")),
                    role(rule("example.org", names, "get")));
        }

        @Test
        void of_both_gives_way_to_names_of_both() {
            assertSuccess(
                    "k8s-rbac",
                    role(rule("batch", "'*'", "'*'")),
                    role(
                            rule(
                                    "batch",
                                    "jobs, cronjobs",
                                    "get, list, watch, create, update, patch, delete")));
            assertRefused(
                    "rescan",
                    "k8s-rbac",
                    role(rule("batch", "'*'", "'*'")),
                    role(rule("batch", "jobs, cronjobs", "'*'")));
        }

        @Test
        void may_not_give_way_to_what_is_worse() {
            assertRefused(
                    "rescan",
                    "k8s-rbac",
                    role(rule("''", "'*'", "get")),
                    role(
                            rule(
                                    "''",
                                    "configmaps, persistentvolumeclaims, pods, services, secrets",
                                    "get")));
        }
    }

    @Nested
    class the_right_to_create_pods {

        private static final String BEFORE = role(rule("''", "pods, services", "get, create"));

        @Test
        void goes_alone_in_rules_of_their_own() {
            assertSuccess(
                    "k8s-rbac",
                    BEFORE,
                    role(rule("''", "pods, services", "get"), rule("''", "services", "create")));
            assertSuccess(
                    "k8s-rbac",
                    role(rule("''", "pods", "'*'")),
                    role(rule("''", "pods", "get, list, watch, update, patch, delete")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{apiGroups: [''], resources: [pods, services], verbs: [get]}",
                    "{apiGroups: [''], resources: [services], verbs: [get, create]}",
                    "{apiGroups: [''], resources: [services], verbs: [create]}"
                })
        void does_not_take_that_to_create_services_or_to_read_pods_with_it(String rest) {
            assertRefused("preservation", "k8s-rbac", BEFORE, role(rest));
        }
    }

    @Nested
    class a_binding {

        private static String binding(String role, String... subjects) {
            return """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: operators}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %s}
            subjects: [%s]
            """
                    .formatted(role, String.join(", ", subjects));
        }

        private static final String SHOP = "{kind: ServiceAccount, name: default, namespace: shop}";
        private static final String TOOLS =
                "{kind: ServiceAccount, name: default, namespace: tools}";
        private static final String ALL =
                "{kind: Group, name: 'system:authenticated', apiGroup: rbac.authorization.k8s.io}";

        @Test
        void loses_everybody_and_keeps_the_others() {
            String before = binding("view", SHOP, ALL, TOOLS);

            assertSuccess("k8s-rbac", before, binding("view", SHOP, TOOLS));
            assertSuccess("k8s-rbac", binding("view", ALL), binding("view"));
            assertRefused("preservation", "k8s-rbac", before, binding("view", SHOP));
            assertRefused("preservation", "k8s-rbac", before, binding("view"));
            assertRefused("preservation", "k8s-rbac", before, binding("edit", SHOP, TOOLS));
            assertRefused(
                    "preservation",
                    "k8s-rbac",
                    before,
                    binding(
                            "view",
                            SHOP,
                            ALL.replace("system:authenticated", "system:serviceaccounts"),
                            TOOLS));
        }

        @Test
        void of_cluster_admin_gets_a_lesser_role_for_the_same_subjects() {
            String before = binding("cluster-admin", SHOP);

            assertSuccess("k8s-rbac", before, binding("admin", SHOP));
            assertSuccess("k8s-rbac", before, binding("edit", SHOP));
            assertRefused("preservation", "k8s-rbac", before, binding("view", SHOP));
            assertRefused("preservation", "k8s-rbac", before, binding("nothing", SHOP));
            assertRefused("preservation", "k8s-rbac", before, binding("cluster-admin"));
            assertRefused("preservation", "k8s-rbac", before, binding("admin"));
        }
    }
}
