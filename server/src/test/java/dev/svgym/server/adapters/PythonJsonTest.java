package dev.svgym.server.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonJsonTest {

    /** As Python 3.11's {@code json.loads} says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {bad           | Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
                    {"a" 1}        | Expecting ':' delimiter: line 1 column 6 (char 5)
                    {"a":1 "b"}    | Expecting ',' delimiter: line 1 column 8 (char 7)
                    {"a":1,}       | Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
                    [1,2           | Expecting ',' delimiter: line 1 column 5 (char 4)
                    [1 2]          | Expecting ',' delimiter: line 1 column 4 (char 3)
                    {"a":1}x       | Extra data: line 1 column 8 (char 7)
                    "abc           | Unterminated string starting at: line 1 column 1 (char 0)
                    {"a":"\\x"}    | Invalid \\escape: line 1 column 7 (char 6)
                    {"a":"\\u12"}  | Invalid \\uXXXX escape: line 1 column 8 (char 7)
                    tru            | Expecting value: line 1 column 1 (char 0)
                    ``             | Expecting value: line 1 column 1 (char 0)
                    """)
    void says_what_python_says(String text, String message) {
        assertThat(PythonJson.fault(text).withPlace(text)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a":\\n}  | Expecting value: line 2 column 1 (char 6)
                    ["a\\nb"]  | Invalid control character at: line 1 column 4 (char 3)
                    """)
    void counts_lines(String escaped, String message) {
        String text = escaped.replace("\\n", "\n");

        assertThat(PythonJson.fault(text).withPlace(text)).isEqualTo(message);
    }
}
