package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.TaskReference;
import dev.svgym.environment.generation.Secret;
import dev.svgym.networklogs.SvBenchRow.Posable;
import dev.svgym.networklogs.SvBenchRow.Rejected;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SvBenchRowTest {

    @Test
    void poses_the_question_as_the_log_and_keeps_the_answer_as_the_label() throws Exception {
        var environment =
                new NetworkLogs(Optional.of(Secret.of("sixteen characters")), Scoring.POSTERIOR);
        Posable row = (Posable) rows().getFirst();

        var task = (NetworkLogTask) environment.pose(new TaskReference.Inline(row.definition()));

        assertThat(task.messages().getLast().content()).contains("tcp 40112\u219223, duration 3.1");
        assertThat(task.malicious()).isEqualTo(1);
        assertThat(task.costs()).isEqualTo(Costs.DEFAULT);
        assertThat(row.meta().get("scenario").stringValue()).isEqualTo("S0");
    }

    @Test
    void names_the_line_and_the_reason_of_what_cannot_be_posed() throws Exception {
        assertThat(rows().stream().filter(row -> row instanceof Rejected).toList())
                .containsExactly(
                        new Rejected(
                                5, "expected one JSON object a line, got text that is no JSON"),
                        new Rejected(6, "expected one JSON object a line, got another value"),
                        new Rejected(
                                7,
                                "/question: expected a text that is not blank; /answer: expected exactly Benign or Malicious"),
                        new Rejected(
                                8,
                                "missing field /question; /meta: expected an object; expected only the fields question, answer and meta"),
                        new Rejected(
                                9, "expected one JSON object a line, got text that is no JSON"));
        assertThat(rows())
                .extracting(SvBenchRow::line)
                .containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void skips_a_line_of_any_length_and_reads_on() {
        String rows = "x".repeat(3_000_000) + "\n{\"question\": \"q\", \"answer\": \"Benign\"}";

        assertThat(SvBenchRow.rows(new StringReader(rows)))
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .isEqualTo(
                                                new Rejected(
                                                        1, "expected at most 1048576 characters")),
                        second -> assertThat(second).isInstanceOf(Posable.class));
    }

    private static List<SvBenchRow> rows() throws Exception {
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                SvBenchRowTest.class.getResourceAsStream("sv-bench.jsonl")),
                        StandardCharsets.UTF_8)) {
            return SvBenchRow.rows(file).toList();
        }
    }
}
