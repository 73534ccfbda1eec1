package dev.svgym.configremediation.kubernetes;

import static dev.svgym.configremediation.kubernetes.Manifests.json;
import static dev.svgym.configremediation.kubernetes.Manifests.pod;
import static dev.svgym.configremediation.kubernetes.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KeyedTreeTest {

    private static JsonNode app(String fields) {
        return read(pod(fields)).objects().getFirst().tree().at("/spec/containers/app");
    }

    @Test
    void keys_containers_variables_mounts_and_volumes_as_the_schema_says() {
        var config =
                read(
                        pod(
                                        "env: [{name: A, value: '1'}]\nvolumeMounts: [{name: v, mountPath: /data}]")
                                + "  volumes:\n    - {name: v, emptyDir: {}}\n");

        assertThat((JsonNode) config.objects().getFirst().tree())
                .isEqualTo(
                        json(
                                """
                                {
                                  'apiVersion': 'v1',
                                  'kind': 'Pod',
                                  'metadata': {'name': 'a'},
                                  'spec': {
                                    'containers': {
                                      'app': {
                                        'name': 'app',
                                        'image': 'app:1.0',
                                        'env': {'A': {'name': 'A', 'value': '1'}},
                                        'volumeMounts': {'/data': {'name': 'v', 'mountPath': '/data'}}
                                      }
                                    },
                                    'volumes': {'v': {'name': 'v', 'emptyDir': {}}}
                                  }
                                }
                                """));
    }

    @Test
    void joins_several_map_keys_and_fills_in_the_default_protocol() {
        assertThat(
                        app("ports: [{containerPort: 53}, {containerPort: 53, protocol: UDP}]")
                                .path("ports"))
                .isEqualTo(
                        json(
                                "{'53/TCP': {'containerPort': 53}, '53/UDP': {'containerPort': 53, 'protocol': 'UDP'}}"));
        assertThat(
                        read("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n")
                                .objects()
                                .getFirst()
                                .tree()
                                .at("/spec/ports"))
                .isEqualTo(json("{'80/TCP': {'port': 80}}"));
    }

    @Test
    void numbers_equal_keys_and_steps_over_a_key_that_is_taken() {
        assertThat(
                        app("env: [{name: 'A#2'}, {name: A}, {name: A}, {name: A}]")
                                .path("env")
                                .propertyNames())
                .containsExactly("A#2", "A", "A#3", "A#4");
    }

    @Test
    void keys_other_lists_by_name_where_every_element_has_one_of_its_own() {
        String sysctls = "  securityContext: {sysctls: [{name: kernel.msgmax, value: '1'}%s]}\n";

        assertThat(
                        sysctls(sysctls.formatted(", {name: net.core.somaxconn, value: '2'}"))
                                .propertyNames())
                .containsExactly("kernel.msgmax", "net.core.somaxconn");
        assertThat(sysctls(sysctls.formatted(", {name: kernel.msgmax, value: '2'}")).isArray())
                .isTrue();
    }

    private static JsonNode sysctls(String text) {
        return read(pod("") + text).objects().getFirst().tree().at("/spec/securityContext/sysctls");
    }

    @Test
    void leaves_other_lists_as_they_are() {
        assertThat(app("args: [b, a]\nenvFrom: [{secretRef: {name: s}}]"))
                .isEqualTo(
                        json(
                                "{'name': 'app', 'image': 'app:1.0', 'args': ['b', 'a'], 'envFrom': [{'secretRef': {'name': 's'}}]}"));
    }

    @Test
    void makes_an_empty_keyed_list_an_empty_object() {
        assertThat(app("env: []\nenvFrom: []"))
                .isEqualTo(json("{'name': 'app', 'image': 'app:1.0', 'env': {}, 'envFrom': []}"));
    }

    @Test
    void keeps_types_and_exact_values() {
        assertThat(
                        app(
                                "securityContext: {privileged: true, runAsUser: 9223372036854775807}\nresources: {limits: {cpu: 0.5, memory: 1}}"))
                .isEqualTo(
                        json(
                                "{'name': 'app', 'image': 'app:1.0', 'securityContext': {'privileged': true, 'runAsUser': 9223372036854775807}, 'resources': {'limits': {'cpu': 0.5, 'memory': 1}}}"));
    }
}
