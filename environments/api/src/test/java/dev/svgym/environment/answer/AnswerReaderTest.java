package dev.svgym.environment.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private final AnswerReader reader = new AnswerReader(1024);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\":\"Benign\"}",
                "  {\"label\":\"Benign\"}\n",
                "```json\n{\"label\":\"Benign\"}\n```",
                "```\n{\"label\":\"Benign\"}```",
                "<think>it is {\"label\":\"Malicious\"}, or not</think>\n{\"label\":\"Benign\"}",
                "<think></think>```json\n{\"label\":\"Benign\"}\n```"
            })
    void reads_one_object_in_a_fence_or_not_behind_reasoning_or_not(String text) throws Exception {
        assertThat(reader.read(text).text("label")).isEqualTo("Benign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"Benign\"",
                "{\"label\":\"Benign\"} {\"label\":\"Benign\"}",
                "{\"label\":\"Benign\"} as I said",
                "Answer: {\"label\":\"Benign\"}",
                "{\"label\":\"Benign\",\"label\":\"Benign\"}",
                "\uFEFF{\"label\":\"Benign\"}",
                "{\"confidence\":NaN}",
                "{\"confidence\":Infinity}",
                "{\"confidence\":1e999}",
                "{\"confidence\":1e-999}",
                "{\"confidence\":1e99999999999}",
                "{\"confidence\":.5}",
                "{\"confidence\":01}",
                "{'label':'Benign'}",
                "{\"label\":\"Benign\",}",
                "{\"label\":\"Benign\" /* sure */}",
                "{\"label\":\"Benign\"",
                "<think>{\"label\":\"Benign\"}",
                "<think>a</think><think>b</think>{\"label\":\"Benign\"}",
                "```json\n{\"label\":\"Benign\"}",
                "```json\n{\"label\":\"Benign\"}\n```\n```json\n{\"label\":\"Benign\"}\n```",
                "```"
            })
    void refuses_anything_else_with_a_reason(String text) {
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void refuses_depth_beyond_its_limit_and_keeps_the_stack() {
        String nested = "{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}";

        assertThatThrownBy(() -> reader.read(nested)).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void quotes_half_a_surrogate_pair_as_text_that_can_be_written() {
        assertThatThrownBy(() -> reader.read("x".repeat(119) + "\uD83D\uDE00"))
                .hasMessageEndingWith("x?...");
    }

    @Test
    void refuses_one_byte_more_than_allowed() throws Exception {
        String padding = "x".repeat(1024 - "{\"a\":\"\"}".length());

        assertThat(reader.read("{\"a\":\"" + padding + "\"}").text("a")).isEqualTo(padding);
        assertThatThrownBy(() -> reader.read("{\"a\":\"" + padding + "x\"}"))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void takes_only_real_numbers_as_probabilities() throws Exception {
        AnswerObject answer =
                reader.read(
                        "{\"one\":1,\"half\":0.5,\"true\":true,\"text\":\"0.5\",\"two\":2,\"null\":null}");

        assertThat(answer.probability("one")).isEqualTo(1);
        assertThat(answer.probability("half")).isEqualTo(0.5);
        for (String field : new String[] {"true", "text", "two", "null", "absent"}) {
            assertThatThrownBy(() -> answer.probability(field))
                    .isInstanceOf(UnreadableAnswerException.class)
                    .hasMessageContaining("/" + field);
        }
    }
}
