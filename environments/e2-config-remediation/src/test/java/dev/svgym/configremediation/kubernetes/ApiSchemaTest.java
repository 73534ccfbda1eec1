package dev.svgym.configremediation.kubernetes;

import static dev.svgym.configremediation.kubernetes.Manifests.configMap;
import static dev.svgym.configremediation.kubernetes.Manifests.flaws;
import static dev.svgym.configremediation.kubernetes.Manifests.pod;
import static dev.svgym.configremediation.kubernetes.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSchemaTest {

    private static final String APP = "line 1, Pod \"a\": spec.containers[0]";

    @Test
    void reads_every_kind_that_it_supports() {
        var objects =
                Stream.of("workloads.yaml", "others.yaml")
                        .flatMap(file -> read(Manifests.resource(file)).objects().stream());

        assertThat(
                        objects.map(object ->
                                object.identity().getFirst() + " " + object.identity().get(1)))
                .containsExactlyInAnyOrderElementsOf(
                        ApiSchema.load().kinds().stream()
                                .map(kind -> kind.apiVersion() + " " + kind.kind())
                                .toList());
    }

    @Test
    void names_every_flaw_of_every_object() {
        String text =
                pod("privileged: true\nimagePullPolicy: 3\nenv:\n  - value: a\nports: {}\n")
                        + "---\n"
                        + configMap("5");

        assertThat(flaws(text))
                .containsExactlyInAnyOrder(
                        APP + ".privileged: unknown field",
                        APP + ".imagePullPolicy: expected string, got 3 without quotes",
                        APP + ".env[0].name: missing, but required",
                        APP + ".ports: expected array, got a mapping",
                        "line 15, ConfigMap \"a\": data.key: expected string, got 5 without quotes");
    }

    @Test
    void finds_an_unknown_field_wherever_it_is() {
        assertThat(
                        flaws(
                                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, label: {}}\nspec: {}\n"))
                .containsExactlyInAnyOrder(
                        "line 1, ConfigMap \"a\": metadata.label: unknown field",
                        "line 1, ConfigMap \"a\": spec: unknown field");
        assertThat(
                        flaws(
                                pod(
                                        "securityContext: {seccompProfile: {type: RuntimeDefault, 'x y': 1}}")))
                .containsExactly(APP + ".securityContext.seccompProfile[\"x y\"]: unknown field");
    }

    @Test
    void finds_a_missing_required_field() {
        assertThat(
                        flaws(
                                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {}}\n"))
                .containsExactly("line 1, Deployment \"a\": spec.selector: missing, but required");
        assertThat(
                        flaws(
                                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: null\n"))
                .containsExactly("line 1, Deployment \"a\": spec: missing, but required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "'1'", "100m", "0.5", ".5", "1.", "128Mi", "1Gi", "1e3", "1E3", "'12E6'", "3E",
                "-1", "5k"
            })
    void takes_quantities(String quantity) {
        assertThat(flaws(pod("resources: {limits: {cpu: " + quantity + "}}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''", "1 Gi", "100Mb", "1K", "ten", "1ki", "--1", "1e", "1e1e1", "0x1m", "1,5"
            })
    void refuses_what_is_no_quantity(String text) {
        assertThat(flaws(pod("resources:\n  limits:\n    cpu: " + text)))
                .containsExactly(
                        "%s.resources.limits.cpu: expected a quantity such as 250m or 64Mi, got the string \"%s\""
                                .formatted(APP, text.replace("'", "")));
    }

    @Test
    void tells_integers_from_other_numbers_and_from_strings() {
        assertThat(flaws(pod("ports: [{containerPort: '80'}]")))
                .containsExactly(
                        APP + ".ports[0].containerPort: expected integer, got the string \"80\"");
        assertThat(flaws(pod("ports: [{containerPort: 80.5}]")).getFirst())
                .startsWith(APP + ".ports[0].containerPort: expected ");
        assertThat(flaws(pod("ports: [{containerPort: 80.0}]")).getFirst())
                .startsWith(APP + ".ports[0].containerPort: expected ");
        assertThat(flaws(pod("ports: [{containerPort: 2147483648}]")))
                .containsExactly(
                        APP
                                + ".ports[0].containerPort: expected an integer of 32 bits, without a decimal point, got 2147483648 without quotes");
    }

    @Test
    void takes_an_integer_or_a_string_where_kubernetes_does() {
        assertThat(flaws(pod("livenessProbe: {tcpSocket: {port: 80}}"))).isEmpty();
        assertThat(flaws(pod("livenessProbe: {tcpSocket: {port: http}}"))).isEmpty();
        assertThat(flaws(pod("livenessProbe: {tcpSocket: {port: true}}")))
                .containsExactly(
                        APP
                                + ".livenessProbe.tcpSocket.port: expected integer or string, got true without quotes");
    }

    @Test
    void checks_base64_and_times() {
        assertThat(
                        flaws(
                                "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: not base64}\n"))
                .containsExactly(
                        "line 1, Secret \"a\": data.a: expected text in base64, got the string \"not base64\"");
        assertThat(
                        flaws(
                                "apiVersion: v1\nkind: Secret\nmetadata: {name: a, creationTimestamp: today}\n"))
                .containsExactly(
                        "line 1, Secret \"a\": metadata.creationTimestamp: expected a time such as 2025-01-31T12:00:00Z, got the string \"today\"");
    }

    @Test
    void refuses_look_alike_letters_in_what_names_something() {
        assertThat(flaws(pod("env: [{name: \u0410}]")))
                .containsExactly(
                        APP + ".env[0].name: expected printable ASCII, got the string \"U+0410\"");
        assertThat(flaws(pod("").replace("app:1.0", "\u0430pp:1.0")))
                .containsExactly(
                        APP + ".image: expected printable ASCII, got the string \"U+0430pp:1.0\"");
        assertThat(flaws(configMap("a").replace("ConfigMap", "\u0421onfigMap")).getFirst())
                .startsWith(
                        "line 1: \"U+0421onfigMap\" of \"v1\" is not supported; supported are ");
    }

    @Test
    void takes_a_field_that_is_null_as_absent() {
        var config = read(pod("securityContext: null\nports:\nlivenessProbe: ~"));

        assertThat(config.objects().getFirst().tree().at("/spec/containers/app"))
                .isEqualTo(Manifests.json("{'name': 'app', 'image': 'app:1.0'}"));
    }

    @Test
    void refuses_null_where_kubernetes_would_read_an_empty_string() {
        assertThat(flaws(configMap("null")))
                .containsExactly("line 1, ConfigMap \"a\": data.key: expected string, got null");
        assertThat(flaws(pod("args: [a, null]")))
                .containsExactly(APP + ".args[1]: expected string, got null");
        assertThat(flaws(pod("env: [null]")))
                .containsExactly(APP + ".env[0]: expected object, got null");
    }

    @Test
    void says_which_kinds_and_versions_are_supported() {
        assertThat(
                        flaws(
                                        "apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\n")
                                .getFirst())
                .startsWith(
                        "line 1: \"Certificate\" of \"cert-manager.io/v1\" is not supported; supported are "
                                + "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration, ")
                .contains("apps/v1 Deployment");
        assertThat(flaws("apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: a}\n"))
                .containsExactly(
                        "line 1: \"Deployment\" of \"extensions/v1beta1\" is not supported; it is supported as apps/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b\n",
                "kind: Pod\n",
                "apiVersion: 1\nkind: Pod\n",
                "apiVersion: v1\nkind: [Pod]\n",
                "{}\n"
            })
    void refuses_an_object_that_does_not_say_what_it_is(String text) {
        assertThat(flaws(text)).containsExactly("line 1: expected the strings apiVersion and kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text\n", "- a\n", "5\n", "[]\n"})
    void refuses_a_document_that_is_no_object(String text) {
        assertThat(flaws(text))
                .containsExactly("line 1: expected a mapping with apiVersion and kind");
    }
}
