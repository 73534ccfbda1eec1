package dev.svgym.configremediation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.Parsed;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What engines of text are given: one form, whatever the form of the file. */
class PlainYamlTest {

    private static final KubernetesKind KIND = new KubernetesKind();
    private static final Config NOTHING =
            new Config(
                    List.of(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    JsonNodeFactory.instance.objectNode());

    private static String plain(String text) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("a.yaml", text);
        return String.join("", texts(files).values());
    }

    private static SortedMap<String, String> texts(SortedMap<String, String> files) {
        return KIND.texts(files, NOTHING);
    }

    @Test
    void is_block_style_without_remarks_anchors_and_escapes() {
        String file =
                """
                # remark
                {"kind": Pod, spec: {env: [{name: A, value: 'it''s A'}, {"n\\x61me": B, value: "\\x41\\
                  B \\"q\\" \\\\ \\t."}], list: [1, true, null, [], {}]}}
                ---
                ---
                a: &x one
                b: *x
                "yes": 1
                """;

        assertThat(plain(file))
                .isEqualTo(
                        """
                        ---
                        kind: Pod
                        spec:
                         env:
                          -
                           name: A
                           value: "it's A"
                          -
                           name: B
                           value: "AB \\"q\\" \\\\  ."
                         list:
                          - 1
                          - true
                          - null
                          - []
                          - {}
                        ---
                        ---
                        a: one
                        b: one
                        "yes": 1
                        """);
    }

    @Test
    void keeps_lines_of_a_text_apart_and_their_margins() {
        assertThat(
                        plain(
                                "a:\n  - \"  one\\n\\n two\\n\"\n  - |-\n    three\n    four\nb: \"\\n\"\n"))
                .isEqualTo(
                        """
                        ---
                        a:
                         - |1
                            one

                           two
                         - |1-
                          three
                          four
                        b: " "
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"  one\\n\\n two\\n\"",
                "\"one\\ntwo\"",
                "'x: #y'",
                "\"- \\\\ \\\" '\"",
                "\"'\\n---\\n# a\\n\"",
                "''",
                "\"\\u00e9 \\u263a\"",
                "'true'",
                "'0o7'"
            })
    void says_what_the_file_says(String value) {
        String file =
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: " + value + "}\n";
        TreeMap<String, String> texts = new TreeMap<>(texts(new TreeMap<>(Map.of("a.yaml", file))));

        assertThat(((Parsed.Read) KIND.parse(texts)).config().objects())
                .isEqualTo(Manifests.read(file).objects());
        assertThat(texts(texts)).isEqualTo(texts);
    }

    @Test
    void finds_its_values_in_the_objects_of_the_file() {
        String file =
                """
                {apiVersion: v1, kind: List, items: [
                 {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {one: "x"}},
                 {apiVersion: v1, kind: ConfigMap, metadata: {name: b}, data: {two: "y\\nz"}}]}
                """;
        TreeMap<String, String> texts = new TreeMap<>(texts(new TreeMap<>(Map.of("a.yaml", file))));
        int position = String.join("", texts.values()).indexOf("z");

        var place = KIND.places(texts, Manifests.read(file)).at("a.yaml", position).orElseThrow();

        assertThat(place.object()).isEqualTo("ConfigMap/default/b");
        assertThat(place.path()).isEqualTo(List.of("data", "two"));
    }
}
