package dev.svgym.configremediation.kubernetes;

import static dev.svgym.configremediation.kubernetes.Manifests.configMap;
import static dev.svgym.configremediation.kubernetes.Manifests.flaws;
import static dev.svgym.configremediation.kubernetes.Manifests.pod;
import static dev.svgym.configremediation.kubernetes.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodRulesTest {

    private static final String A = "line 1, Pod \"a\": ";

    @Test
    void refuses_a_container_name_that_is_there_twice_in_one_list_or_across_lists() {
        assertThat(flaws(pod("") + "    - {name: app, image: 'b:1'}\n"))
                .containsExactly(A + "spec.containers[\"app#2\"]: the name \"app\" is there twice");
        assertThat(flaws(pod("") + "  initContainers:\n    - {name: app, image: 'b:1'}\n"))
                .containsExactly(A + "spec.initContainers.app: the name \"app\" is there twice");
        assertThat(flaws(pod("") + "  ephemeralContainers:\n    - {name: app, image: 'b:1'}\n"))
                .containsExactly(
                        A + "spec.ephemeralContainers.app: the name \"app\" is there twice");
    }

    @Test
    void refuses_a_volume_name_that_is_there_twice() {
        assertThat(
                        flaws(
                                pod("")
                                        + "  volumes:\n    - {name: v, emptyDir: {}}\n    - {name: v, emptyDir: {}}\n"))
                .containsExactly(A + "spec.volumes[\"v#2\"]: the name \"v\" is there twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valueFrom: {secretKeyRef: {name: app, key: key}}",
                "valueFrom: {configMapKeyRef: {name: app.settings, key: _key.x-1, optional: true}}",
                "valueFrom: {fieldRef: {fieldPath: metadata.name}}",
                "value: '', valueFrom: {secretKeyRef: {name: app, key: key}}",
                "value: a",
                "value: null, valueFrom: null"
            })
    void takes_a_variable_with_one_source(String source) {
        assertThat(flaws(pod("env: [{name: A, " + source + "}]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "value: a, valueFrom: {secretKeyRef: {name: app, key: key}}; expected a value or valueFrom, got both",
                "valueFrom: {}; expected one source in valueFrom, got 0",
                "valueFrom: {secretKeyRef: null}; expected one source in valueFrom, got 0",
                "valueFrom: {secretKeyRef: {name: a, key: k}, configMapKeyRef: {name: a, key: k}}; expected one source in valueFrom, got 2",
                "valueFrom: {secretKeyRef: {key: key}}; expected the name of a Secret, got \"\"",
                "valueFrom: {configMapKeyRef: {name: App, key: key}}; expected the name of a ConfigMap, got \"App\""
            })
    void refuses_a_variable_with_no_source_or_several(String source, String flaw) {
        assertThat(flaws(pod("env: [{name: A, " + source + "}]")))
                .containsExactly(A + "spec.containers.app.env.A: " + flaw);
    }

    @Test
    void refuses_a_key_that_no_secret_has() {
        assertThat(flaws(pod("env: [{name: A, valueFrom: {secretKeyRef: {name: a, key: 'a b'}}}]")))
                .singleElement()
                .asString()
                .contains("spec.containers.app.env.A: expected a key of letters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "volumeMounts: [{name: gone, mountPath: /a}]",
                "volumeDevices: [{name: gone, devicePath: /a}]"
            })
    void refuses_a_mount_of_a_volume_that_the_pod_does_not_have(String mounts) {
        String list = mounts.substring(0, mounts.indexOf(':'));
        String flaw =
                "spec.containers.app: %s name the volume \"gone\", which the pod does not have"
                        .formatted(list);

        assertThat(flaws(pod(mounts))).containsExactly(A + flaw);
        assertThat(flaws(pod(mounts) + "  volumes:\n    - {name: other, emptyDir: {}}\n"))
                .containsExactly(A + flaw);
        assertThat(flaws(pod(mounts) + "  volumes:\n    - {name: gone, emptyDir: {}}\n")).isEmpty();
    }

    @Test
    void looks_for_mounts_in_init_containers_too() {
        assertThat(
                        flaws(
                                pod("")
                                        + "  initContainers:\n    - {name: b, image: 'b:1', volumeMounts: [{name: v, mountPath: /a}]}\n"))
                .containsExactly(
                        A
                                + "spec.initContainers.b: volumeMounts name the volume \"v\", which the pod does not have");
    }

    @Test
    void counts_the_claim_templates_of_a_stateful_set_as_volumes() {
        String sound = Manifests.resource("workloads.yaml");

        assertThat(flaws(sound)).isEmpty();
        assertThat(
                        flaws(
                                sound.replace(
                                        "    - metadata:\n        name: data",
                                        "    - metadata:\n        name: date")))
                .singleElement()
                .asString()
                .endsWith(
                        "spec.template.spec.containers.database: volumeMounts name the volume \"data\", which the pod does not have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"App", "a_b", "-a", "a-", "a.b", "''", "a b"})
    void refuses_a_container_or_volume_name_that_is_no_dns_label(String name) {
        assertThat(flaws(pod("") + "    - {name: " + name + ", image: 'b:1'}\n"))
                .singleElement()
                .asString()
                .contains("expected a name of lower case letters, digits and hyphens");
        assertThat(flaws(pod("") + "  volumes:\n    - {name: " + name + ", emptyDir: {}}\n"))
                .singleElement()
                .asString()
                .contains("expected a name of lower case letters, digits and hyphens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec: {containers: []}", "spec: {}", ""})
    void leaves_it_to_the_identity_gate_to_say_which_containers_are_gone(String spec) {
        var config = read("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n" + spec + "\n");

        assertThat(config.objects().getFirst().members()).isEmpty();
        assertThat(config.input().at("/objects/0/pods/0/containers")).isEmpty();
        assertThat(config.input().at("/objects/0/pods/0/spec").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a_b", "a..b", ".a", "a/b", "'a b'", "''"})
    void refuses_an_object_name_that_is_no_dns_subdomain(String name) {
        assertThat(flaws(configMap("a").replace("name: a", "name: " + name)))
                .singleElement()
                .asString()
                .contains(
                        "metadata.name: expected a name that Kubernetes accepts for a ConfigMap, got ");
    }

    @Test
    void refuses_an_object_without_a_name() {
        assertThat(flaws("apiVersion: v1\nkind: ConfigMap\n"))
                .containsExactly(
                        "line 1, ConfigMap without a name: metadata.name: expected a name that Kubernetes accepts for a ConfigMap, got \"\"");
    }

    @Test
    void takes_the_names_that_kubernetes_takes_for_a_kind() {
        String role =
                "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: '%s'}\n";
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n";

        assertThat(flaws(configMap("a").replace("name: a", "name: kube-root-ca.crt"))).isEmpty();
        assertThat(flaws(role.formatted("system:Node_reader"))).isEmpty();
        assertThat(flaws(role.formatted("a/b"))).hasSize(1);
        assertThat(flaws(role.formatted(".."))).hasSize(1);
        assertThat(flaws(namespace.formatted("a"))).isEmpty();
        assertThat(flaws(namespace.formatted("a.b"))).hasSize(1);
    }

    @Test
    void refuses_a_namespace_that_is_no_dns_label() {
        assertThat(flaws(configMap("a").replace("name: a", "name: a\n  namespace: a.b")))
                .containsExactly(
                        "line 1, ConfigMap \"a\": metadata.namespace: expected lower case letters, digits and hyphens, got \"a.b\"");
    }
}
