package dev.svgym.configremediation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainScalarTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', null",
                "~, null",
                "null, null",
                "Null, null",
                "NULL, null",
                "true, true",
                "True, true",
                "TRUE, true",
                "false, false",
                "FALSE, false",
                "0, 0",
                "-0, 0",
                "+7, 7",
                "8080, 8080",
                "2147483648, 2147483648",
                "9223372036854775807, 9223372036854775807",
                "-9223372036854775808, -9223372036854775808",
                "0o644, 420",
                "0644, 420",
                "0x1F, 31",
                "0.5, 0.5",
                ".5, 0.5",
                "1., 1.0",
                "1e3, 1000.0",
                "-1.5e-3, -0.0015",
            })
    void reads_null_booleans_and_numbers_as_yaml_1_2_does_and_modes_as_kubectl(
            String text, String json) throws Exception {
        assertThat(PlainScalar.read(text, 1)).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "100m", "64Mi", "1.2.3", "10.0.0.0/8", "2025-01-31", "12:30", "nULL", "tRUE",
                        "yEs", "-", "+",
                ".", "-a", "1e", "0x", "0o8", "1_a", "_1", "::1", "25%", "e3", "-.a", "1.5.0"
            })
    void reads_everything_else_as_a_string(String text) throws Exception {
        assertThat(PlainScalar.read(text, 1).isString()).isTrue();
        assertThat(PlainScalar.read(text, 1).stringValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "Y",
                "yes",
                "Yes",
                "YES",
                "n",
                "N",
                "no",
                "No",
                "NO",
                "on",
                "On",
                "ON",
                "off",
                "Off",
                "OFF",
                "-012",
                "08",
                "0b101",
                "0B1",
                "0X1F",
                "-0x1F",
                "0O17",
                "1_000",
                "1_0.5",
                "0x_1F",
                ".inf",
                "-.Inf",
                "+.INF",
                ".nan",
                ".NaN",
                ".NAN",
                "1e999",
                "9223372036854775808",
                "-9223372036854775809",
                "0xFFFFFFFFFFFFFFFF"
            })
    void asks_for_quotes_where_kubectl_reads_another_value_or_none_is_exact(String text) {
        assertThatThrownBy(() -> PlainScalar.read(text, 7))
                .isInstanceOfSatisfying(
                        UnreadableYamlException.class,
                        e -> assertThat(e.why()).startsWith("line 7: quote \"" + text + "\": "));
    }
}
