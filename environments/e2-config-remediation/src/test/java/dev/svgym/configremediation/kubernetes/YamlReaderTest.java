package dev.svgym.configremediation.kubernetes;

import static dev.svgym.configremediation.kubernetes.Manifests.configMap;
import static dev.svgym.configremediation.kubernetes.Manifests.flaws;
import static dev.svgym.configremediation.kubernetes.Manifests.pod;
import static dev.svgym.configremediation.kubernetes.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x01, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x85, 0xAD, 0x061C, 0x200B, 0x200C,
                0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
                0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xD800, 0xDFFF, 0xE0041
            })
    void refuses_a_character_that_deceives_wherever_it_stands(int point) {
        String character = Character.toString(point);
        String flaw = "the character U+%04X is refused".formatted(point);

        assertThat(flaws(character + configMap("a"))).containsExactly("line 1: " + flaw);
        assertThat(flaws(configMap("a # " + character))).containsExactly("line 6: " + flaw);
        assertThat(flaws(configMap("'a" + character + "'"))).containsExactly("line 6: " + flaw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\u202E", "\\u200b", "\\uFEFF", "\\x85", "\\x7f"})
    void refuses_it_written_as_an_escape_too(String escape) {
        assertThat(flaws(configMap("\"a" + escape + "\"")))
                .singleElement()
                .asString()
                .startsWith("line 6: the character U+");
    }

    @Test
    void reads_other_scripts_in_values() {
        assertThat(
                        read(configMap("Grüße 你好 👋"))
                                .objects()
                                .getFirst()
                                .tree()
                                .at("/data/key")
                                .stringValue())
                .isEqualTo("Grüße 你好 👋");
    }

    @Test
    void refuses_a_look_alike_letter_in_a_key() {
        assertThat(flaws(configMap("a\n  d\u0430ta: b")))
                .containsExactly("line 7: expected printable ASCII in a key, got \"dU+0430ta\"");
    }

    @Test
    void refuses_a_key_that_is_there_twice() {
        assertThat(flaws(configMap("a\n  key: b")))
                .containsExactly("line 7: the key \"key\" is there twice");
        assertThat(flaws(configMap("a\n  \"key\": b")))
                .containsExactly("line 7: the key \"key\" is there twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1: a",
                "true: a",
                "null: a",
                "?\n  : a",
                "1.5: a",
                "~: a",
                "[a]: b",
                "? {a: b}\n  : c"
            })
    void refuses_a_key_that_is_no_string(String entry) {
        assertThat(flaws(configMap("a\n  " + entry)))
                .singleElement()
                .asString()
                .startsWith("line 7: expected a string as key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!!str a", "! a", "!local a", "!!binary aGk=", "!<tag:yaml.org,2002:str> a"})
    void refuses_tags(String value) {
        assertThat(flaws(configMap(value)))
                .singleElement()
                .asString()
                .startsWith("line 6: tags are refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[!!str a]", "!!seq [a]", "!!map {a: b}"})
    void refuses_tags_on_lists_and_mappings(String value) {
        assertThat(flaws(configMap(value)))
                .singleElement()
                .asString()
                .startsWith("line 6: tags are refused");
    }

    @Test
    void refuses_merge_keys() {
        assertThat(flaws("base: &base {a: b}\nother:\n  <<: *base\n"))
                .containsExactly("line 3: merge keys are refused; write the fields out");
    }

    @Test
    void refuses_directives_and_the_end_marker_after_which_kubectl_stops() {
        assertThat(flaws("%YAML 1.1\n---\n" + configMap("a")))
                .containsExactly("line 1: directives are refused");
        assertThat(flaws(configMap("a") + "...\n"))
                .containsExactly(
                        "line 7: expected --- between documents; kubectl stops reading at ...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--- {a: b}", "---#", "---a: b", "--- a # b", "--- |"})
    void refuses_content_in_the_line_of_a_document_marker_since_kubectl_drops_it(String marker) {
        assertThat(flaws(configMap("a") + marker + "\n"))
                .containsExactly("line 7: expected nothing else in a line that starts with ---");
    }

    @Test
    void reads_a_comment_behind_a_document_marker() {
        assertThat(read("--- # first\n" + configMap("a")).objects()).hasSize(1);
    }

    @Test
    void names_the_line_where_the_text_stops_being_yaml() {
        assertThat(flaws("a: b\nc: [d\ne: f\n"))
                .singleElement()
                .asString()
                .startsWith("line 3: not YAML: ");
        assertThat(flaws("a: b\n\tc: d\n"))
                .singleElement()
                .asString()
                .startsWith("line 2: not YAML: ");
    }

    @Test
    void expands_aliases_and_counts_them_with_their_anchors() {
        var config =
                read(
                        pod(
                                """
                                env:
                                  - &first {name: A, value: &text hello}
                                  - {name: B, value: *text}
                                """));

        assertThat(
                        config.objects()
                                .getFirst()
                                .tree()
                                .at("/spec/containers/app/env/B/value")
                                .stringValue())
                .isEqualTo("hello");
        assertThat(config.anchors()).containsExactly(Map.entry("a.yaml", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*none", "&self [*self]", "[&self [*self]]"})
    void refuses_an_alias_of_nothing_and_of_what_holds_it(String value) {
        assertThat(flaws(configMap(value)))
                .singleElement()
                .asString()
                .startsWith("line 6: expected an anchor")
                .endsWith("before its alias, and not around it");
    }

    @Test
    void forgets_anchors_at_the_end_of_a_document_and_takes_the_last_of_one_name() {
        assertThat(flaws(configMap("&x a") + "---\n" + configMap("*x")))
                .singleElement()
                .asString()
                .startsWith("line 13");
        assertThat(flaws(configMap("&x a\n  other: &x [*x]")))
                .containsExactly(
                        "line 7: expected an anchor \"x\" before its alias, and not around it");
    }

    @Test
    void refuses_an_alias_as_key() {
        assertThat(flaws(configMap("&x a\n  *x : b")))
                .containsExactly("line 7: expected a string as key, got an alias");
    }
}
