package dev.svgym.configremediation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YamlPlacesTest {

    private static final KubernetesKind KIND = new KubernetesKind();

    private static final String TEXT =
            """
            # the wörd 😀 comes first
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data:
              greeting: "grüß 😀 hello"
              key: |
                line
                here
            ---
            ---
            apiVersion: v1
            kind: List
            metadata: {}
            items:
              - apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec:
                  containers:
                    - name: side
                      image: a
                    - image: b
                      env: [{value: one, name: FIRST}, {name: SECOND, value: &x two}]
                      name: app
                      args: [--flag, "--last"]
              - apiVersion: apps/v1
                kind: Deployment
                metadata: {name: api}
                spec:
                  selector: {matchLabels: {app: api}}
                  template:
                    metadata: {labels: {app: api}}
                    spec:
                      containers:
                        - {name: app, image: "c"}
            """;

    private static Optional<Place> at(String word) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("all.yaml", TEXT);
        assertThat(KIND.parse(files)).isInstanceOf(Parsed.Read.class);
        var config = ((Parsed.Read) KIND.parse(files)).config();
        int position = TEXT.codePointCount(0, TEXT.indexOf(word));
        return KIND.places(files, config).at("all.yaml", position);
    }

    @Test
    void a_value_is_found_by_its_key_behind_letters_of_several_bytes() {
        assertThat(at("hello"))
                .hasValue(
                        new Place(
                                "ConfigMap/default/settings",
                                "ConfigMap/default/settings",
                                List.of("data", "greeting"),
                                List.of()));
    }

    @Test
    void a_line_of_a_block_belongs_to_the_whole_value() {
        assertThat(at("here").orElseThrow().path()).containsExactly("data", "key");
    }

    @Test
    void a_key_names_its_value() {
        assertThat(at("greeting").orElseThrow().path()).containsExactly("data", "greeting");
    }

    @Test
    void a_keyed_list_is_gone_through_by_key_whatever_the_order() {
        assertThat(at("one"))
                .hasValue(
                        new Place(
                                "Pod/shop/web/app",
                                "Pod/shop/web",
                                List.of("spec", "containers", "app", "env", "FIRST", "value"),
                                List.of()));
        assertThat(at("&x").orElseThrow().path())
                .containsExactly("spec", "containers", "app", "env", "SECOND", "value");
    }

    @Test
    void a_list_without_keys_is_gone_through_by_index() {
        assertThat(at("\"--last").orElseThrow().path())
                .containsExactly("spec", "containers", "app", "args", "1");
    }

    @Test
    void an_item_of_a_list_is_an_object_with_its_pod() {
        assertThat(at("\"c\""))
                .hasValue(
                        new Place(
                                "Deployment/default/api/app",
                                "Deployment/default/api",
                                List.of("spec", "template", "spec", "containers", "app", "image"),
                                List.of("spec", "template")));
    }

    @Test
    void a_comment_and_the_frame_of_a_list_are_no_place_of_an_object() {
        assertThat(at("comes first")).isEmpty();
        assertThat(at("List")).isEmpty();
    }
}
