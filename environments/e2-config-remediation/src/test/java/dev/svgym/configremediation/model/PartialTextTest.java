package dev.svgym.configremediation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is known of a text, as a kind shows what it could not resolve. */
class PartialTextTest {

    private static JsonNode unresolved(String text) {
        return JsonNodeFactory.instance.objectNode().put("$unresolved", text);
    }

    private static PartialText read(String text) {
        return PartialText.of(unresolved(text)).orElseThrow();
    }

    @Test
    void a_string_is_known_as_it_is() {
        assertThat(PartialText.of(JsonNodeFactory.instance.stringNode("a ${b}")))
                .contains(new PartialText(List.of("a ${b}"), List.of(), false));
    }

    @Test
    void expressions_part_what_is_known() {
        assertThat(read("\"a=${var.a}\\n\\tb=$${c} \\\"%%{d}\\u00e9${f(\"}\", {x = 1})}\""))
                .isEqualTo(
                        new PartialText(
                                List.of("a=", "\n\tb=${c} \"%{d}é", ""),
                                List.of("var.a", "f(\"}\", {x = 1})"),
                                false));
    }

    @Test
    void what_is_encoded_is_known_as_what_it_says() {
        assertThat(read("base64encode(\"a${b}\")"))
                .isEqualTo(new PartialText(List.of("a", ""), List.of("b"), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var.a",
                "\"a\" == \"b\"",
                "\"%{ if a }b%{ endif }\"",
                "base64encode(var.a)",
                "upper(\"a${b}\")",
                "\"",
                ""
            })
    void nothing_is_known_of_other_expressions(String text) {
        assertThat(PartialText.of(unresolved(text))).isEmpty();
    }

    @Test
    void no_text_is_no_text() {
        assertThat(PartialText.of(JsonNodeFactory.instance.numberNode(1))).isEmpty();
        assertThat(PartialText.of(JsonNodeFactory.instance.objectNode())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\",
                "\"\\\"",
                "\"\\u00\"",
                "\"\\uzzzz\"",
                "\"${\"",
                "\"${a\"",
                "\"${\\\"",
                "base64encode(\")",
                "base64encode()"
            })
    void a_text_that_breaks_off_breaks_nothing(String text) {
        assertThat(PartialText.of(unresolved(text)))
                .satisfiesAnyOf(
                        read -> assertThat(read).isEmpty(),
                        read -> assertThat(read.orElseThrow().written()).isNotNull());
    }

    @Test
    void base64_of_a_text_is_decoded_and_nothing_else() {
        assertThat(said("cGFzc3dvcmQ9aHVudGVyMgo=")).contains("password=hunter2\n");
        assertThat(said("cGFzc3dvcmQ9aHVudGVyMg")).contains("password=hunter2");
        assertThat(said("cGFzcw==")).as("too short to tell").isEmpty();
        assertThat(said("correct-horse-battery")).isEmpty();
        assertThat(said("AAECAwQFBgcICQoLDA0ODw==")).as("of no text").isEmpty();
    }

    private static Optional<String> said(String text) {
        return PartialText.of(JsonNodeFactory.instance.stringNode(text))
                .flatMap(PartialText::decoded)
                .map(PartialText::written);
    }
}
