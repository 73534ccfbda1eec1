package dev.svgym.networklogs.report;

import static dev.svgym.networklogs.report.Attempts.labelled;
import static dev.svgym.networklogs.report.Attempts.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.environment.report.ReportSubject;
import dev.svgym.networklogs.report.Attempt.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SvBenchSummaryTest {

    private static final ReportSubject SUBJECT =
            new ReportSubject("run 1", "a model", "iot23", Instant.EPOCH);

    private final ObjectNode summary =
            new SvBenchSummary(
                            List.of(
                                    labelled("a", Decision.MALICIOUS, 0.9, true),
                                    labelled("b", Decision.MALICIOUS, 0.8, false),
                                    labelled("c", Decision.BENIGN, 0.7, true),
                                    labelled("d", Decision.BENIGN, 0.6, false),
                                    undecided("e", Decision.ABSTAIN, true)))
                    .json(SUBJECT, "e1");

    @Test
    void has_the_keys_that_the_benchmark_has() {
        assertThat(summary.propertyNames())
                .containsExactly(
                        "environment",
                        "version",
                        "run_id",
                        "timestamp",
                        "model",
                        "dataset",
                        "n_examples",
                        "metrics",
                        "metadata");
        assertThat(summary.path("environment").stringValue()).isEqualTo("sv-env-network-logs");
        assertThat(summary.path("version").stringValue()).isEqualTo("0.1.0");
        assertThat(summary.path("timestamp").stringValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(names(""))
                .containsExactly(
                        "detection", "calibration", "cost", "abstention", "confusion_matrix");
        assertThat(names("/detection"))
                .containsExactly("tpr", "fpr", "fnr", "precision", "f1", "accuracy");
        assertThat(names("/calibration")).containsExactly("ece", "brier");
        assertThat(names("/cost"))
                .containsExactly(
                        "fn_cost_weight", "fp_cost_weight", "total_cost", "cost_weighted_accuracy");
        assertThat(names("/abstention"))
                .containsExactly("abstain_rate", "accuracy_non_abstained", "aurc");
        assertThat(names("/confusion_matrix")).containsExactly("tp", "tn", "fp", "fn", "abstain");
    }

    @Test
    void has_the_values_of_its_definitions() {
        assertThat(summary.path("n_examples").intValue()).isEqualTo(5);
        holds("/detection/tpr", 0.5);
        holds("/detection/fpr", 0.5);
        holds("/detection/f1", 0.5);
        holds("/detection/accuracy", 0.5);
        // (0.1 + 0.8 + 0.3 + 0.6) / 4, each in a bin of its own
        holds("/calibration/ece", 0.45);
        // (0.01 + 0.64 + 0.09 + 0.36) / 4
        holds("/calibration/brier", 0.275);
        holds("/cost/total_cost", 11);
        holds("/cost/cost_weighted_accuracy", 1 - 11 / 40.0);
        holds("/abstention/abstain_rate", 0.2);
        // Coverages 1, 3/4, 1/2, 1/4, 0 at risks 1/2, 1/3, 1/2, 0, 0, by trapezoids
        holds("/abstention/aurc", 0.25 * (5 / 12.0 + 5 / 12.0 + 1 / 4.0));
        for (String cell : List.of("tp", "tn", "fp", "fn", "abstain")) {
            assertThat(metric("/confusion_matrix/" + cell).longValue()).isEqualTo(1);
        }
    }

    @Test
    void is_finite_where_nothing_was_answered() {
        var nothing =
                new SvBenchSummary(List.of(undecided("a", Decision.INVALID, true)))
                        .json(SUBJECT, "e1");

        assertThat(nothing.at("/metrics/detection/fnr").doubleValue()).isEqualTo(1);
        assertThat(nothing.at("/metrics/cost/cost_weighted_accuracy").doubleValue()).isEqualTo(1);
        assertThat(nothing.at("/metrics/abstention/abstain_rate").doubleValue()).isEqualTo(1);
        assertThat(nothing.at("/metadata/invalid").intValue()).isEqualTo(1);
    }

    private void holds(String metric, double value) {
        assertThat(metric(metric).doubleValue()).isEqualTo(value, within(1e-12));
    }

    private JsonNode metric(String pointer) {
        return summary.at("/metrics" + pointer);
    }

    private Iterable<String> names(String pointer) {
        return metric(pointer).propertyNames();
    }
}
