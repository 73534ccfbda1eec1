package dev.svgym.configremediation;

import static dev.svgym.configremediation.Tempted.assertRefused;
import static dev.svgym.configremediation.Tempted.assertSuccess;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repairs of workloads that look right to a scanner: those that break what runs are refused, honest ones are not. */
class WorkloadGatesTest {

    /** A pod in flow style. */
    private static String pod(String spec, String container) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {%s containers: [{name: app, image: 'r.example/web:1'%s}]}
        """
                .formatted(spec, container);
    }

    private static String capabilities(String add) {
        return pod("", ", securityContext: {capabilities: {%s}}".formatted(add));
    }

    @Nested
    class capabilities_that_are_added {

        private static final String BASELINE = "pss-baseline";

        @Test
        void may_go_alone() {
            String before = capabilities("add: [SYS_ADMIN, CHOWN, NET_BIND_SERVICE]");

            assertSuccess(BASELINE, before, capabilities("add: [CHOWN, NET_BIND_SERVICE]"));
            assertRefused("preservation", BASELINE, before, capabilities("add: [CHOWN]"));
            assertRefused("preservation", BASELINE, before, capabilities(""));
            assertRefused("preservation", BASELINE, before, pod("", ""));
            assertRefused(
                    "preservation",
                    BASELINE,
                    before,
                    capabilities("add: [NET_BIND_SERVICE, CHOWN]"));
            assertRefused(
                    "rescan",
                    BASELINE,
                    before,
                    capabilities("add: [SYS_ADMIN, CHOWN, NET_BIND_SERVICE]"));
        }

        @Test
        void may_go_as_a_whole_where_each_offends() {
            String before = capabilities("add: [SYS_ADMIN, NET_ADMIN]");

            assertSuccess(BASELINE, before, capabilities("add: []"));
            assertSuccess(BASELINE, before, capabilities(""));
            assertSuccess(BASELINE, before, pod("", ""));
            assertSuccess(BASELINE, before, capabilities("add: [NET_BIND_SERVICE]"));
            assertRefused("preservation", BASELINE, before, capabilities("add: [CHOWN]"));
        }

        @Test
        void answer_to_every_rule_that_they_violate() {
            String hardened =
                    "securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}},";
            String context =
                    ", securityContext: {allowPrivilegeEscalation: false, capabilities: {%s}}";
            String before =
                    pod(
                            hardened,
                            context.formatted(
                                    "drop: [ALL], add: [SYS_ADMIN, CHOWN, NET_BIND_SERVICE]"));

            assertSuccess(
                    "pss-restricted",
                    before,
                    pod(hardened, context.formatted("drop: [ALL], add: [NET_BIND_SERVICE]")));
            assertRefused(
                    "preservation",
                    "pss-restricted",
                    before,
                    pod(hardened, context.formatted("drop: [ALL]")));
        }
    }

    @Nested
    class an_amount {

        private static String resources(String text) {
            return pod("", ", resources: {%s}".formatted(text));
        }

        @ParameterizedTest
        @CsvSource({"64Mi, true", "128Mi, true", "256Mi, false", "8Mi, false", "1Ki, false"})
        void asked_for_is_within_reason_and_the_limit(String amount, boolean allowed) {
            String before = resources("limits: {memory: 128Mi}");
            String after =
                    resources("limits: {memory: 128Mi}, requests: {memory: %s}".formatted(amount));

            if (allowed) {
                assertSuccess("K8S-MEMORY-REQUEST", before, after);
            } else {
                assertRefused(
                        amount.equals("256Mi") ? "parse" : "preservation",
                        "K8S-MEMORY-REQUEST",
                        before,
                        after);
            }
        }

        @Test
        void that_is_there_stays() {
            String before = resources("requests: {cpu: 500m}");

            assertSuccess(
                    "K8S-CPU-LIMIT", before, resources("requests: {cpu: 500m}, limits: {cpu: 1}"));
            assertRefused(
                    "preservation",
                    "K8S-CPU-LIMIT",
                    before,
                    resources("requests: {cpu: 10m}, limits: {cpu: 1}"));
            assertRefused(
                    "parse",
                    "K8S-CPU-LIMIT",
                    before,
                    resources("requests: {cpu: 500m}, limits: {cpu: 100m}"));
            assertRefused("preservation", "K8S-CPU-LIMIT", before, resources("limits: {cpu: 1}"));
        }
    }

    @Nested
    class the_name_of_a_service_account {

        private static final String RULE = "K8S-DEPRECATED-SERVICE-ACCOUNT";
        private static final String BEFORE = pod("serviceAccount: web, ", "");

        @Test
        void moves_and_stays_the_same() {
            assertSuccess(RULE, BEFORE, pod("serviceAccountName: web, ", ""));
            assertSuccess(RULE, BEFORE, pod("serviceAccountName: web, serviceAccount: web, ", ""));
            assertRefused("preservation", RULE, BEFORE, pod("", ""));
            assertRefused("preservation", RULE, BEFORE, pod("serviceAccountName: admin, ", ""));
            assertRefused(
                    "preservation",
                    RULE,
                    BEFORE,
                    pod("serviceAccountName: admin, serviceAccount: web, ", ""));
        }

        @Test
        void is_not_made_up_to_have_a_token() {
            String rule = "K8S-SERVICE-ACCOUNT-TOKEN";

            assertSuccess(rule, pod("", ""), pod("automountServiceAccountToken: false, ", ""));
            assertRefused(
                    "preservation", rule, pod("", ""), pod("serviceAccountName: other, ", ""));
            assertRefused(
                    "preservation",
                    rule,
                    pod("", ""),
                    pod("automountServiceAccountToken: true, ", ""));
        }
    }

    @Nested
    class a_root_file_system {

        private static final String RULE = "K8S-READ-ONLY-ROOT";
        private static final String READ_ONLY = ", securityContext: {readOnlyRootFilesystem: true}";
        private static final String MOUNT = ", volumeMounts: [{name: tmp, mountPath: /tmp}]";

        @Test
        void may_have_a_place_for_temporary_files_added() {
            assertSuccess(RULE, pod("", ""), pod("", READ_ONLY));
            assertSuccess(
                    RULE,
                    pod("", ""),
                    pod("volumes: [{name: tmp, emptyDir: {}}], ", READ_ONLY + MOUNT));
            assertSuccess(
                    RULE,
                    pod("", ""),
                    pod("volumes: [{name: tmp, emptyDir: {sizeLimit: 1Gi}}], ", READ_ONLY + MOUNT));
        }

        @Test
        void may_not_have_another_thing_in_it_covered() {
            assertRefused(
                    "preservation",
                    RULE,
                    pod("", ""),
                    pod(
                            "volumes: [{name: tmp, emptyDir: {}}], ",
                            READ_ONLY + MOUNT.replace("/tmp", "/app")));
            String data = "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}%s], ";
            assertRefused(
                    "preservation",
                    RULE,
                    pod(data.formatted(""), MOUNT.replace("name: tmp", "name: data")),
                    pod(data.formatted(", {name: tmp, emptyDir: {}}"), READ_ONLY + MOUNT));
            assertRefused(
                    "parse",
                    RULE,
                    pod(data.formatted("").replace("name: data", "name: tmp"), MOUNT),
                    pod(
                            data.formatted("")
                                    .replace("name: data", "name: tmp")
                                    .replace("}]", "}, emptyDir: {}}]")
                                    .replace("}}, emptyDir", "}, emptyDir"),
                            READ_ONLY + MOUNT));
        }
    }

    @Nested
    class an_image {

        private static String image(String image) {
            return pod("", "").replace("r.example/web:1", image);
        }

        @ParameterizedTest
        @CsvSource({
            "r.example/web:2, true",
            "r.example/web, false",
            "r.example/other:2, false",
            "evil.example/web:2, false"
        })
        void keeps_its_repository(String after, boolean allowed) {
            if (allowed) {
                assertSuccess("K8S-LATEST-TAG", image("r.example/web:latest"), image(after));
            } else {
                assertRefused(
                        "preservation",
                        "K8S-LATEST-TAG",
                        image("r.example/web:latest"),
                        image(after));
            }
        }
    }

    @Nested
    class a_user_of_root {

        private static final String HARDENED =
                "hostUsers: true, securityContext: {%sseccompProfile: {type: RuntimeDefault}}, ";
        private static final String CONTAINER =
                ", securityContext: {%srunAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}";

        @Test
        void may_be_replaced_in_the_pod_or_in_its_containers() {
            String before = pod(HARDENED.formatted("runAsUser: 0, "), CONTAINER.formatted(""));

            assertSuccess(
                    "pss-restricted",
                    before,
                    pod(HARDENED.formatted("runAsUser: 1000, "), CONTAINER.formatted("")));
            assertSuccess(
                    "pss-restricted",
                    before,
                    pod(HARDENED.formatted(""), CONTAINER.formatted("runAsUser: 1000, ")));
            assertRefused(
                    "rescan",
                    "pss-restricted",
                    before,
                    pod(
                            HARDENED.formatted("runAsUser: 0, "),
                            CONTAINER.formatted("runAsUser: 1000, ")));
        }

        @Test
        void leaves_another_user_alone() {
            assertRefused(
                    "preservation",
                    "pss-restricted",
                    pod(
                            HARDENED.formatted("runAsUser: 0, "),
                            CONTAINER.formatted("runAsUser: 5, ")),
                    pod(HARDENED.formatted(""), CONTAINER.formatted("runAsUser: 6, ")));
        }

        @Test
        void may_not_give_group_0_away_by_leaving_it_to_the_image() {
            String before =
                    pod("securityContext: {runAsGroup: 0, supplementalGroups: [5, 0]}, ", "");
            String rule = "K8S-ROOT-GROUP";

            assertSuccess(
                    rule,
                    before,
                    pod("securityContext: {runAsGroup: 9, supplementalGroups: [5]}, ", ""));
            assertRefused(
                    "preservation",
                    rule,
                    before,
                    pod("securityContext: {supplementalGroups: [5]}, ", ""));
            assertRefused(
                    "preservation", rule, before, pod("securityContext: {runAsGroup: 9}, ", ""));
        }
    }

    @Nested
    class a_volume {

        @Test
        void goes_with_however_many_mounts_it_has() {
            String mounts =
                    IntStream.range(0, 30)
                            .mapToObj("{name: host, mountPath: /mnt/%d, readOnly: true}"::formatted)
                            .collect(Collectors.joining(", ", ", volumeMounts: [", "]"));
            String before = pod("volumes: [{name: host, hostPath: {path: /}}], ", mounts);

            assertSuccess("pss-baseline", before, pod("", ""));
            assertRefused(
                    "preservation",
                    "pss-baseline",
                    before,
                    pod("volumes: [{name: host, emptyDir: {}}], ", ""));
        }

        @ParameterizedTest
        @CsvSource({"64Mi, true", "1Gi, true", "1Mi, false", "128Gi, false"})
        void has_room_for_what_it_held(String size, boolean allowed) {
            String mount = ", volumeMounts: [{name: host, mountPath: /mnt}]";
            String before = pod("volumes: [{name: host, hostPath: {path: /}}], ", mount);
            String after =
                    pod(
                            "volumes: [{name: host, emptyDir: {sizeLimit: %s}}], ".formatted(size),
                            mount);

            if (allowed) {
                assertSuccess("pss-baseline", before, after);
            } else {
                assertRefused("preservation", "pss-baseline", before, after);
            }
        }
    }

    @Nested
    class other_objects {

        private static String service(String spec) {
            return "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {%s ports: [{port: 80}]}}"
                    .formatted(spec);
        }

        private static String budget(String spec) {
            return "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: web}, spec: {%s selector: {matchLabels: {app: web}}}}"
                    .formatted(spec);
        }

        @Test
        void give_addresses_back_and_keep_their_ports() {
            String before = service("externalIPs: [203.0.113.7], type: LoadBalancer,");

            assertSuccess("k8s-workload", before, service("type: LoadBalancer,"));
            assertRefused("preservation", "k8s-workload", before, service("type: ClusterIP,"));
            assertRefused(
                    "preservation",
                    "k8s-workload",
                    before,
                    service("externalIPs: [203.0.113.8], type: LoadBalancer,"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"maxUnavailable: 100%,", "maxUnavailable: 5,", "minAvailable: 0,", ""})
        void keep_a_budget_that_protects(String spec) {
            assertRefused(
                    "preservation",
                    "K8S-PDB-MAX-UNAVAILABLE",
                    budget("maxUnavailable: 0,"),
                    budget(spec));
            assertSuccess(
                    "K8S-PDB-MAX-UNAVAILABLE",
                    budget("maxUnavailable: 0,"),
                    budget("maxUnavailable: 25%,"));
        }

        @Test
        void have_no_more_containers_in_all_than_can_be_scanned() {
            String jobs =
                    IntStream.range(0, 11)
                            .mapToObj(i -> pod("", "").replace("name: web", "name: web" + i))
                            .collect(Collectors.joining("---\n"));
            String many =
                    IntStream.range(0, 64)
                            .mapToObj("{name: c%d, image: 'r.example/web:1'}"::formatted)
                            .collect(Collectors.joining(", ", "containers: [", "]"));

            assertThat(jobs).contains("web10");
            assertRefused(
                    "parse", "pss-restricted", jobs, jobs.replaceAll("containers: \\[.*\\]", many));
        }
    }

    @Nested
    class a_namespace {

        private static final String RULE = "K8S-NAMESPACE-PRIVILEGED";

        private static String with(String level, String namespace, String spec, String container) {
            return "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: %s}}}\n---\n"
                            .formatted(level)
                    + pod(spec, container)
                            .replace(
                                    "{name: web}",
                                    "{name: web, namespace: %s}".formatted(namespace));
        }

        @Test
        void takes_no_level_that_refuses_its_own_pods() {
            String before = with("privileged", "shop", "", "");

            assertSuccess(RULE, before, with("baseline", "shop", "", ""));
            assertRefused("rescan", RULE, before, with("restricted", "shop", "", ""));
            assertRefused("rescan", RULE, before, with("privileged", "shop", "", ""));
        }

        @Test
        void may_refuse_the_pods_of_another_one() {
            assertSuccess(
                    RULE,
                    with("privileged", "other", "hostPID: true,", ""),
                    with("restricted", "other", "hostPID: true,", ""));
        }

        @Test
        void is_repaired_with_its_pods_where_both_are_wrong() {
            String container =
                    ", securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false, seccompProfile: {type: RuntimeDefault}, capabilities: {drop: [ALL]}%s}";
            String before =
                    with("privileged", "shop", "", container.formatted(", privileged: true"));
            String both = "K8S-PRIVILEGED";

            assertRefused(
                    "rescan",
                    RULE,
                    before,
                    with("baseline", "shop", "", container.formatted(", privileged: true")));
            assertSuccess(
                    List.of(RULE, both),
                    before,
                    with("restricted", "shop", "", container.formatted("")));
        }
    }
}
