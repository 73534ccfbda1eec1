package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.networklogs.Reading.Abstained;
import dev.svgym.networklogs.Reading.Classified;
import dev.svgym.networklogs.Reading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingParserTest {

    private final ReadingParser parser = new ReadingParser();

    @Test
    void reads_a_label_with_its_confidence() {
        assertThat(parser.parse("{\"label\": \"Benign\", \"confidence\": 0.75}"))
                .isEqualTo(new Classified(Label.BENIGN, 0.75));
        assertThat(
                        parser.parse(
                                "{\"rationale\": \"\", \"confidence\": 1e0, \"label\": \"Malicious\"}"))
                .isEqualTo(new Classified(Label.MALICIOUS, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"Abstain\"}",
                "{\"label\": \"Abstain\", \"confidence\": null}",
                "{\"label\": \"Abstain\", \"rationale\": \"too close\"}"
            })
    void reads_an_abstention_without_a_confidence(String text) {
        assertThat(parser.parse(text)).isEqualTo(new Abstained());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"label\": \"Abstain\", \"confidence\": 0.5} | /confidence: expected null or nothing with Abstain",
                "{\"label\": \"Abstain\", \"confidence\": 0} | /confidence: expected null or nothing with Abstain",
                "{\"label\": \"Benign\"} | missing field /confidence",
                "{\"label\": \"Benign\", \"confidence\": null} | /confidence: expected a number in [0, 1], got null",
                "{\"label\": \"Benign\", \"confidence\": true} | /confidence: expected a number in [0, 1], got a boolean",
                "{\"label\": \"Benign\", \"confidence\": \"0.5\"} | /confidence: expected a number in [0, 1], got a string",
                "{\"label\": \"Benign\", \"confidence\": 1.01} | /confidence: expected a number in [0, 1], got the number 1.01",
                "{\"label\": \"Benign\", \"confidence\": -0.1} | /confidence: expected a number in [0, 1]",
                "{\"label\": \"Benign\", \"confidence\": NaN} | expected strict JSON",
                "{\"label\": \"benign\", \"confidence\": 1} | /label: expected exactly Benign, Malicious or Abstain",
                "{\"label\": \"B\u0435nign\", \"confidence\": 1} | /label: expected exactly Benign, Malicious or Abstain",
                "{\"label\": \"Benign \", \"confidence\": 1} | /label: expected exactly Benign, Malicious or Abstain",
                "{\"label\": null, \"confidence\": 1} | /label: expected a string, got null",
                "{\"label\": [\"Benign\"], \"confidence\": 1} | /label: expected a string, got a list",
                "{\"confidence\": 1} | missing field /label",
                "{\"label\": \"Benign\", \"confidence\": 1, \"rationale\": null} | /rationale: expected a string, got null",
                "{\"label\": \"Benign\", \"confidence\": 1, \"notes\": \"\"} | unknown field /notes",
                "{\"label\": \"Benign\", \"label\": \"Benign\", \"confidence\": 1} | expected strict JSON",
                "{\"label\": \"Benign\", \"confidence\": 1} {} | expected one JSON object and nothing else",
                "I say {\"label\": \"Benign\", \"confidence\": 1} | expected one JSON object and nothing else",
                "<think>{\"label\": \"Benign\", \"confidence\": 1}</think> | expected one JSON object and nothing else"
            })
    void says_why_it_cannot_read_anything_else(String text, String why) {
        assertThat(parser.parse(text))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).startsWith(why));
    }

    @Test
    void reads_no_more_than_64_KiB() {
        String head = "{\"label\": \"Benign\", \"confidence\": 1, \"rationale\": \"";
        String most = head + "x".repeat(65_536 - head.length() - 2) + "\"}";

        assertThat(parser.parse(most)).isEqualTo(new Classified(Label.BENIGN, 1));
        assertThat(parser.parse(most + " ")).isInstanceOf(Unreadable.class);
        assertThat(parser.parse(head + "x".repeat(300_000) + "\"}")).isInstanceOf(Unreadable.class);
    }
}
