package dev.svgym.configremediation.kubernetes;

import static dev.svgym.configremediation.kubernetes.Manifests.KUBERNETES;
import static dev.svgym.configremediation.kubernetes.Manifests.configMap;
import static dev.svgym.configremediation.kubernetes.Manifests.flaws;
import static dev.svgym.configremediation.kubernetes.Manifests.json;
import static dev.svgym.configremediation.kubernetes.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.model.Parsed.Unreadable.Flaw;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KubernetesKindTest {

    @Test
    void reads_what_kubectl_would_apply_from_a_folder_of_yaml() {
        assertThat(KUBERNETES.label()).isEqualTo("kubernetes");
        assertThat(List.of("a.yaml", "b/c.yml")).allMatch(KUBERNETES::reads);
        assertThat(List.of("a.json", "a.yaml.bak", "yaml", "Dockerfile"))
                .noneMatch(KUBERNETES::reads);
    }

    @Test
    void says_of_each_object_what_makes_it_that_object_and_which_containers_it_holds() {
        Config config = read(Manifests.resource("workloads.yaml"));

        assertThat(config.objects())
                .extracting(ConfigObject::id)
                .containsExactly(
                        "Pod/default/probe",
                        "PodTemplate/default/blueprint",
                        "Deployment/shop/web",
                        "ReplicaSet/default/web-1",
                        "StatefulSet/default/database",
                        "DaemonSet/default/agent",
                        "ReplicationController/default/old",
                        "Job/default/migrate",
                        "CronJob/default/backup");
        assertThat(config.objects().getFirst().members())
                .containsExactlyInAnyOrder(
                        "containers/probe", "initContainers/fetch", "ephemeralContainers/shell");
        assertThat(config.objects().get(2).identity())
                .containsExactly("apps/v1", "Deployment", "shop", "web");
        assertThat(config.objects()).extracting(ConfigObject::file).containsOnly("a.yaml");
        assertThat(config.documents())
                .containsExactly(Map.entry("a.yaml", Collections.nCopies(9, "object")));
        assertThat(config.anchors()).containsExactly(Map.entry("a.yaml", 0));
    }

    @Test
    void gives_an_object_of_the_cluster_no_namespace() {
        var object =
                read("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n")
                        .objects()
                        .getFirst();

        assertThat(object.id()).isEqualTo("Namespace/-/shop");
        assertThat(object.identity()).containsExactly("v1", "Namespace", "-", "shop");
    }

    @Nested
    class the_input_of_rules {

        @Test
        void is_exactly_what_the_contract_says() {
            Config config =
                    read(
                            "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: backup}\nspec:\n  schedule: '@daily'\n  jobTemplate: {spec: {template: {metadata: {labels: {a: b}}, spec: {containers: [{name: app}]}}}}\n");

            assertThat(config.input())
                    .isEqualTo(
                            json(
                                    """
                                    {'objects': [{
                                      'id': 'CronJob/default/backup',
                                      'kind': 'CronJob',
                                      'api_version': 'batch/v1',
                                      'namespace': 'default',
                                      'name': 'backup',
                                      'file': 'a.yaml',
                                      'body': {
                                        'apiVersion': 'batch/v1',
                                        'kind': 'CronJob',
                                        'metadata': {'name': 'backup'},
                                        'spec': {
                                          'schedule': '@daily',
                                          'jobTemplate': {'spec': {'template': {
                                            'metadata': {'labels': {'a': 'b'}},
                                            'spec': {'containers': {'app': {'name': 'app'}}}}}}}},
                                      'pods': [{
                                        'path': ['spec', 'jobTemplate', 'spec', 'template'],
                                        'metadata': {'labels': {'a': 'b'}},
                                        'spec': {'containers': {'app': {'name': 'app'}}},
                                        'containers': [{
                                          'id': 'CronJob/default/backup/app',
                                          'list': 'containers',
                                          'name': 'app',
                                          'path': ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', 'app'],
                                          'spec': {'name': 'app'}}]}]}]}
                                    """));
        }

        @Test
        void finds_the_pod_of_every_workload_where_its_path_says() {
            JsonNode objects = read(Manifests.resource("workloads.yaml")).input().path("objects");

            assertThat(objects.values())
                    .allSatisfy(object -> {
                        JsonNode pod = object.path("pods").path(0);
                        JsonNode at = object.path("body");
                        for (JsonNode key : pod.path("path").values()) {
                            at = at.path(key.stringValue());
                        }
                        assertThat(at.path("spec")).isEqualTo(pod.path("spec")).isNotEmpty();
                        for (JsonNode container : pod.path("containers").values()) {
                            JsonNode held = object.path("body");
                            for (JsonNode key : container.path("path").values()) {
                                held = held.path(key.stringValue());
                            }
                            assertThat(held).isEqualTo(container.path("spec")).isNotEmpty();
                        }
                    });
            assertThat(objects.path(0).at("/pods/0/path")).isEmpty();
            assertThat(objects.path(0).at("/pods/0/containers")).hasSize(3);
            assertThat(objects.path(0).at("/pods/0/containers/1/list").stringValue())
                    .isEqualTo("initContainers");
            assertThat(objects.path(1).at("/pods/0/path")).isEqualTo(json("['template']"));
        }

        @Test
        void has_no_pods_where_an_object_holds_none() {
            assertThat(read(Manifests.resource("others.yaml")).input().path("objects").values())
                    .allSatisfy(object -> assertThat(object.path("pods")).isEqualTo(json("[]")));
        }
    }

    @Nested
    class lists {

        @Test
        void are_flattened() {
            Config config =
                    read(
                            "apiVersion: v1\nkind: List\nmetadata: {resourceVersion: ''}\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n- {apiVersion: v1, kind: Secret, metadata: {name: b}}\n");

            assertThat(config.objects())
                    .extracting(ConfigObject::id)
                    .containsExactly("Namespace/-/a", "Secret/default/b");
            assertThat(config.documents())
                    .containsExactly(Map.entry("a.yaml", List.of("list of 2")));
        }

        @Test
        void of_one_kind_say_it_for_their_items() {
            Config config =
                    read(
                            "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n- {metadata: {name: a}}\n- {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: b}}\n");

            assertThat(config.objects())
                    .extracting(ConfigObject::id)
                    .containsExactly("Role/default/a", "Role/default/b");
            assertThat(config.objects().getFirst().identity())
                    .containsExactly("rbac.authorization.k8s.io/v1", "Role", "default", "a");
        }

        @Test
        void are_as_strict_as_objects() {
            assertThat(
                            flaws(
                                    "apiVersion: v1\nkind: List\nitem: []\nmetadata: {labels: {}}\nitems: a\n"))
                    .containsExactly(
                            "line 1: item: unknown field",
                            "line 1: metadata: labels: unknown field",
                            "line 1: items: expected a list");
            assertThat(
                            flaws(
                                            "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items: []}\n")
                                    .getFirst())
                    .startsWith("line 1, items[0]: \"List\" of \"v1\" is not supported");
            assertThat(
                            flaws(
                                    "apiVersion: v1\nkind: SecretList\nitems:\n- {kind: ConfigMap, metadata: {name: a}}\n"))
                    .containsExactly("line 1, items[0]: kind: expected Secret, as its list says");
            assertThat(
                            flaws(
                                    "apiVersion: v1\nkind: SecretList\nitems:\n- {metadata: {name: a}, spec: {}}\n"))
                    .containsExactly("line 1, items[0], Secret \"a\": spec: unknown field");
        }
    }

    @Nested
    class documents {

        @Test
        void that_are_empty_count_and_hold_nothing() {
            Config config = read("---\n# nothing\n---\n" + configMap("a") + "---\n");

            assertThat(config.documents())
                    .containsExactly(Map.entry("a.yaml", List.of("nothing", "object", "nothing")));
            assertThat(config.objects()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n",
                    "# only this\n",
                    "---\n---\n",
                    "null\n",
                    "apiVersion: v1\nkind: List\nitems: []\n"
                })
        void are_no_config_without_any_object(String text) {
            assertThat(flaws(text))
                    .containsExactly(
                            "expected at least one object, got none: comments alone are no config");
        }

        @Test
        void of_several_files_are_read_in_the_order_of_the_files() {
            var files = new TreeMap<String, String>();
            files.put("b.yaml", configMap("b").replace("name: a", "name: b"));
            files.put("a.yaml", configMap("a"));
            files.put("c.yaml", "# nothing\n");

            var config = ((Parsed.Read) KUBERNETES.parse(files)).config();

            assertThat(config.objects())
                    .extracting(ConfigObject::id, ConfigObject::file)
                    .containsExactly(
                            tuple("ConfigMap/default/a", "a.yaml"),
                            tuple("ConfigMap/default/b", "b.yaml"));
            assertThat(config.documents())
                    .isEqualTo(
                            Map.of(
                                    "a.yaml",
                                    List.of("object"),
                                    "b.yaml",
                                    List.of("object"),
                                    "c.yaml",
                                    List.of("nothing")));
        }

        @Test
        void with_flaws_are_named_by_their_files() {
            var files = new TreeMap<>(Map.of("a.yaml", configMap("yes"), "b.yaml", configMap("5")));

            assertThat(KUBERNETES.parse(files))
                    .isEqualTo(
                            new Parsed.Unreadable(
                                    List.of(
                                            new Flaw(
                                                    "a.yaml",
                                                    "line 6: quote \"yes\": kubectl reads it as a boolean"),
                                            new Flaw(
                                                    "b.yaml",
                                                    "line 1, ConfigMap \"a\": data.key: expected string, got 5 without quotes"))));
        }

        @Test
        void may_not_hold_one_object_twice() {
            var files =
                    new TreeMap<>(
                            Map.of(
                                    "a.yaml",
                                    configMap("a"),
                                    "b.yaml",
                                    configMap("b")
                                            .replace("name: a", "name: a\n  namespace: default")));

            assertThat(KUBERNETES.parse(files))
                    .isEqualTo(
                            new Parsed.Unreadable(
                                    List.of(
                                            new Flaw(
                                                    "b.yaml",
                                                    "line 1: ConfigMap/default/a is already in a.yaml"))));
        }
    }
}
