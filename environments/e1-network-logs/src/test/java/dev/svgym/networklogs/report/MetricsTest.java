package dev.svgym.networklogs.report;

import static dev.svgym.networklogs.report.Attempts.labelled;
import static dev.svgym.networklogs.report.Attempts.malicious;
import static dev.svgym.networklogs.report.Attempts.undecided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.environment.report.TaskBootstrap;
import dev.svgym.networklogs.report.Attempt.Decision;
import dev.svgym.networklogs.report.Risk.Point;
import dev.svgym.reward.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    @Test
    void the_calibration_error_weighs_each_of_ten_bins_by_its_size() {
        var calibration =
                Calibration.of(
                        Ranked.of(
                                List.of(
                                        malicious(0.95, true),
                                        malicious(0.95, false),
                                        labelled("a", Decision.BENIGN, 0.65, true),
                                        labelled("b", Decision.BENIGN, 0.65, true),
                                        undecided("c", Decision.ABSTAIN, true))));

        // 2/4 |1/2 - 0.95| + 2/4 |1 - 0.65|, and (0.05^2 + 0.95^2 + 2 * 0.35^2) / 4
        assertThat(calibration.ece()).isEqualTo(0.4, EXACTLY);
        assertThat(calibration.brier()).isEqualTo(0.2875, EXACTLY);
    }

    @Test
    void a_confidence_on_an_edge_is_in_the_bin_that_begins_with_it_and_one_in_the_last() {
        var bins =
                Calibration.of(
                                Ranked.of(
                                        List.of(
                                                malicious(0.3, true),
                                                malicious(0.7, true),
                                                malicious(1, true),
                                                malicious(0, false))))
                        .bins();

        assertThat(bins)
                .extracting(Calibration.Bin::count)
                .containsExactly(1L, 0L, 0L, 1L, 0L, 0L, 0L, 1L, 0L, 1L);
    }

    @Test
    void the_adaptive_calibration_error_puts_as_many_into_each_bin() {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            attempts.add(malicious(0.9 + i / 1_000.0, i % 2 == 0));
        }

        // Ten bins of one: right ones miss by 1 - q, wrong ones by q; all of them share one of the
        // equal bins.
        // wrong at .901 .903 .905 .907 .909 = 4.525; right at .902 .904 .906 .908 .91: 5 - 4.53 =
        // .47
        assertThat(Calibration.of(Ranked.of(attempts)).adaptiveEce()).isEqualTo(0.4995, EXACTLY);
        // |5 - 9.055| / 10
        assertThat(Calibration.of(Ranked.of(attempts)).ece()).isEqualTo(0.4055, EXACTLY);
    }

    @Test
    void the_areas_are_means_over_how_many_are_taken() {
        var risk =
                Risk.of(
                        Ranked.of(
                                List.of(
                                        malicious(0.6, false),
                                        malicious(0.9, true),
                                        malicious(0.7, true),
                                        malicious(0.8, false))));

        // risks 0, 1/2, 1/3, 1/2; failures 0, 1, 1, 2 of 4
        assertThat(risk.aurc()).isEqualTo((0 + 1 / 2.0 + 1 / 3.0 + 1 / 2.0) / 4, EXACTLY);
        assertThat(risk.augrc()).isEqualTo((0 + 1 + 1 + 2) / 16.0, EXACTLY);
        assertThat(risk.answered())
                .containsExactly(
                        new Point(0.25, 0),
                        new Point(0.5, 0.5),
                        new Point(0.75, 1 / 3.0),
                        new Point(1, 0.5));
        assertThat(risk.coverageAt(0.2)).isEqualTo(0.25);
        assertThat(risk.coverageAt(0.34)).isEqualTo(0.75);
        assertThat(risk.coverageAt(0.5)).isEqualTo(1);
    }

    @Test
    void equal_confidences_are_taken_in_no_order() {
        var risk =
                Risk.of(
                        Ranked.of(
                                List.of(
                                        labelled("a", Decision.BENIGN, 0.8, true),
                                        labelled("b", Decision.BENIGN, 0.8, false))));

        assertThat(risk.aurc()).isEqualTo(0.5, EXACTLY);
        assertThat(risk.augrc()).isEqualTo((0.5 + 1) / 4, EXACTLY);
        assertThat(risk.answered()).containsExactly(new Point(1, 0.5));
        assertThat(risk.coverageAt(0.2)).isZero();
    }

    @Test
    void who_answers_one_of_a_hundred_does_not_look_perfect() {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(malicious(1, true));
        for (int i = 1; i < 100; i++) {
            attempts.add(undecided("t" + i, Decision.ABSTAIN, i % 2 == 0));
        }

        var metrics = Metrics.of(Ranked.of(attempts));

        double harmonic = 0;
        for (int k = 1; k <= 100; k++) {
            harmonic += 1.0 / k;
        }
        assertThat(metrics)
                .containsEntry("selective/accuracy", 1.0)
                .containsEntry("headline/success", 0.01)
                .containsEntry("detection/accuracy", 0.01)
                .containsEntry("detection/tpr", 1 / 50.0)
                .containsEntry("abstention/abstain_rate", 0.99)
                .containsEntry("risk_coverage/coverage_at_risk/0.01", 0.01);
        // sum of (k - 1)/k over k = 1..100, by 100
        assertThat(metrics.get("headline/aurc")).isEqualTo(1 - harmonic / 100, EXACTLY);
        assertThat(metrics.get("headline/expected_cost")).isEqualTo(99 * 0.4 / 100, EXACTLY);
        // precision 1 and rate 1/50
        assertThat(metrics.get("detection/f1")).isEqualTo(2 * 0.02 / 1.02, EXACTLY);
    }

    @Test
    void where_the_posterior_is_known_all_is_an_expectation() {
        var attempt =
                new Attempt(
                        "t", "window", Decision.BENIGN, Decision.ABSTAIN, 0.7, 0.3, true, 0, 0, 0);

        var metrics = Metrics.of(Ranked.of(List.of(attempt)));

        assertThat(metrics.get("detection/accuracy")).isEqualTo(0.7, EXACTLY);
        assertThat(metrics.get("detection/fnr")).isEqualTo(1, EXACTLY);
        assertThat(metrics.get("calibration/ece")).isEqualTo(0, EXACTLY);
        assertThat(metrics.get("calibration/brier")).isEqualTo(0.7 * 0.09 + 0.3 * 0.49, EXACTLY);
        assertThat(metrics.get("headline/expected_cost")).isEqualTo(10 * 0.3, EXACTLY);
    }

    @Test
    void what_cannot_be_read_costs_most_and_stays_in_every_denominator() {
        var metrics =
                Metrics.of(
                        Ranked.of(
                                List.of(
                                        malicious(0.9, true),
                                        undecided("b", Decision.INVALID, false))));

        assertThat(metrics)
                .containsEntry("headline/success", 0.5)
                .containsEntry("headline/expected_cost", 5.0)
                .containsEntry("abstention/invalid_rate", 0.5)
                .containsEntry("abstention/abstain_rate", 0.0)
                .containsEntry("risk_coverage/aurc", 0.25);
    }

    @Test
    void intervals_come_from_tasks_drawn_whole() {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            attempts.add(labelled("right", Decision.BENIGN, 0.9, true));
            attempts.add(labelled("wrong", Decision.BENIGN, 0.9, false));
        }

        var intervals = NetworkLogReport.intervals(new TaskBootstrap(1_000), Ranked.of(attempts));

        // Two tasks: a quarter of the resamples holds the one alone, and a quarter the other.
        assertThat(intervals)
                .containsEntry("headline/success", new Interval(0, 1))
                .containsEntry("abstention/abstain_rate", new Interval(0, 0))
                .doesNotContainKey("detection/tpr");
        assertThat(NetworkLogReport.intervals(new TaskBootstrap(1_000), Ranked.of(attempts)))
                .isEqualTo(intervals);
    }

    @Test
    void majorities_and_pass_rates_are_means_over_tasks() {
        var groups =
                new Groups(
                        List.of(
                                labelled("a", Decision.BENIGN, 0.9, true),
                                undecided("a", Decision.ABSTAIN, false),
                                labelled("b", Decision.MALICIOUS, 0.9, true),
                                labelled("b", Decision.MALICIOUS, 0.8, true)));

        assertThat(groups.ks()).containsExactly(1, 2);
        assertThat(groups.passAt()).containsEntry(1, 0.75).containsEntry(2, 1.0);
        // Task a has one vote for either act: a tie.
        assertThat(groups.majorityAt()).containsEntry(1, 0.75).containsEntry(2, 0.75);
        assertThat(groups.guessing().get(2)).isEqualTo(1 - 4 / 9.0, EXACTLY);
    }
}
