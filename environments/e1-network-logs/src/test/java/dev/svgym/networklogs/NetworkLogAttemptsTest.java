package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.environment.Action;
import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.environment.Split;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.report.ReportFiles;
import dev.svgym.environment.report.ReportSubject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NetworkLogAttemptsTest {

    private static final ReportSubject SUBJECT =
            new ReportSubject("run", "model", "inline", Instant.EPOCH);

    private final NetworkLogs environment = new NetworkLogs(Optional.empty(), Scoring.POSTERIOR);
    private final NetworkLogAttempts attempts = new NetworkLogAttempts("v");

    @Test
    void counts_what_the_agent_did_and_leaves_out_what_it_did_not() {
        Task malicious = inline("Malicious");
        attempts.add(malicious, answer("{\"label\": \"Malicious\", \"confidence\": 0.9}"));
        attempts.add(malicious, answer("{\"label\": \"Abstain\"}"));
        attempts.add(malicious, answer("no idea"));
        attempts.add(malicious, new Action.Truncation(Cause.TOKENS));
        attempts.add(malicious, new Action.Truncation(Cause.IDLE));
        attempts.addError();

        JsonNode report = attempts.files(SUBJECT).report();

        assertThat(report.path("n").intValue()).isEqualTo(4);
        assertThat(report.path("tasks").intValue()).isEqualTo(1);
        assertThat(report.path("uncounted").intValue()).isEqualTo(1);
        assertThat(report.path("errors").intValue()).isEqualTo(1);
        assertThat(report.at("/decisions/invalid").intValue()).isEqualTo(2);
        assertThat(report.at("/headline/success/value").doubleValue()).isEqualTo(0.25);
        assertThat(report.at("/headline/success/low").doubleValue()).isEqualTo(0.25);
        // 0.9 - t² with t = 0.6, 0, -1 and -1: (1 - 0.01 - 0.36 - 2) / 4
        assertThat(report.at("/reward/value").doubleValue()).isCloseTo(-1.37 / 4, within());
        assertThat(report.at("/detection/fpr/value").isNull()).isTrue();
        assertThat(report.at("/cost/of_constant_acts/Benign").doubleValue()).isEqualTo(10);
        assertThat(report.at("/pass_at/4").doubleValue()).isEqualTo(1);
        assertThat(report.at("/strata/inline/n").intValue()).isEqualTo(4);
    }

    @Test
    void scores_generated_tasks_by_their_posterior_and_an_honest_answer_is_calibrated() {
        for (long i = 0; i < 200; i++) {
            var task =
                    (NetworkLogTask) environment.pose(new TaskReference.FromSplit(Split.TEST, i));
            double malicious = task.malicious();
            attempts.add(
                    task,
                    answer(
                            switch (task.costs().bayesAct(malicious)) {
                                case BENIGN -> labelled(Label.BENIGN, 1 - malicious);
                                case MALICIOUS -> labelled(Label.MALICIOUS, malicious);
                                case ABSTAIN -> "{\"label\": \"Abstain\"}";
                            }));
        }

        JsonNode report = attempts.files(SUBJECT).report();

        assertThat(report.at("/headline/success/value").doubleValue()).isEqualTo(1);
        assertThat(report.at("/calibration/ece/value").doubleValue()).isCloseTo(0, within());
        assertThat(report.at("/calibration/adaptive_ece/value").doubleValue())
                .isCloseTo(0, within());
        assertThat(report.at("/headline/expected_cost/value").doubleValue())
                .isLessThan(report.at("/cost/of_constant_acts/Benign").doubleValue());
    }

    @Test
    void draws_both_charts_as_svg_and_png_even_where_nothing_was_answered() {
        attempts.add(inline("Benign"), answer("{\"label\": \"Abstain\"}"));

        assertThat(attempts.files(SUBJECT).charts())
                .extracting(ReportFiles.Chart::name)
                .containsExactly("reliability", "risk-coverage");
        assertThat(attempts.files(SUBJECT).charts())
                .allSatisfy(chart -> assertThat(chart.svg()).contains("<svg").contains("</svg>"))
                .allSatisfy(chart ->
                        assertThat(new String(chart.png(), StandardCharsets.ISO_8859_1))
                                .startsWith("\u0089PNG"));
    }

    @Test
    void has_nothing_to_say_where_nothing_counts() {
        attempts.addError();

        assertThatThrownBy(() -> attempts.files(SUBJECT))
                .hasMessageStartingWith("expected at least one attempt that counts");
    }

    private Task inline(String label) {
        return environment.pose(
                new TaskReference.Inline(
                        JsonMapper.shared()
                                .readTree("{\"log\": \"x\", \"label\": \"" + label + "\"}")));
    }

    private static String labelled(Label label, double confidence) {
        return "{\"label\": \"" + label.text() + "\", \"confidence\": " + confidence + "}";
    }

    private static Action answer(String text) {
        return new Action.Answer(text);
    }

    private static Offset<Double> within() {
        return Assertions.within(1e-9);
    }
}
