package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.networklogs.Reading.Abstained;
import dev.svgym.networklogs.Reading.Classified;
import dev.svgym.networklogs.Reading.Unreadable;
import org.junit.jupiter.api.Test;

class AbstentionRewardTest {

    private static final double EXACT = 1e-15;

    private final AbstentionReward reward = new AbstentionReward(Costs.DEFAULT);

    @Test
    void pays_by_the_label_where_it_is_known() {
        // t = 0.6: 1 - 0.1² - 0.36, and for the wrong label with t = 0.96: 0 - 0.9² - 0.9216.
        assertThat(reward.of(new Classified(Label.MALICIOUS, 0.9), 1))
                .isCloseTo(0.63, within(EXACT));
        assertThat(reward.of(new Classified(Label.BENIGN, 0.9), 1))
                .isCloseTo(-1.7316, within(EXACT));
        assertThat(reward.of(new Abstained(), 1)).isZero();
        assertThat(reward.of(new Unreadable("no JSON"), 1)).isEqualTo(-1);
    }

    @Test
    void is_the_expectation_over_the_label_where_a_posterior_is_known() {
        for (Label label : Label.values()) {
            for (double malicious : new double[] {0, 0.125, 0.5, 0.75, 1}) {
                Reading reading = new Classified(label, 0.3);
                double expected =
                        malicious * reward.of(reading, 1) + (1 - malicious) * reward.of(reading, 0);

                assertThat(reward.of(reading, malicious)).isCloseTo(expected, within(EXACT));
            }
        }
    }

    @Test
    void is_best_for_honest_confidence_and_then_worth_the_difference_of_squares() {
        for (Label label : Label.values()) {
            double threshold = Costs.DEFAULT.threshold(label);
            for (int p = 0; p <= 100; p++) {
                double chance = p / 100.0;
                double malicious = label == Label.MALICIOUS ? chance : 1 - chance;
                double honest = reward.of(new Classified(label, chance), malicious);

                assertThat(honest)
                        .isCloseTo(chance * chance - threshold * threshold, within(1e-14));
                for (int q = 0; q <= 100; q++) {
                    if (q != p) {
                        assertThat(reward.of(new Classified(label, q / 100.0), malicious))
                                .isLessThan(honest);
                    }
                }
            }
        }
    }

    @Test
    void makes_the_act_of_least_expected_cost_the_best_paid_whatever_the_costs() {
        for (double ratio : new double[] {0.2, 1, 3, 10, 40}) {
            for (double share : new double[] {0.05, 0.3, 0.6, 0.95, 1}) {
                Costs costs = new Costs(ratio, 1, share * Costs.mostForAbstaining(ratio, 1));
                var paid = new AbstentionReward(costs);
                // Off the hundredths, so that no posterior lies on a threshold.
                for (int i = 0; i < 100; i++) {
                    double malicious = (i + 0.4567) / 100;
                    double benign = paid.of(new Classified(Label.BENIGN, 1 - malicious), malicious);
                    double other = paid.of(new Classified(Label.MALICIOUS, malicious), malicious);
                    Act best =
                            Math.max(benign, other) <= 0
                                    ? Act.ABSTAIN
                                    : benign > other ? Act.BENIGN : Act.MALICIOUS;

                    assertThat(costs.bayesAct(malicious)).isEqualTo(best);
                }
            }
        }
    }

    @Test
    void stays_in_its_range_at_the_worst_and_at_the_best() {
        // A threshold of nearly 1 for the wrong label at full confidence, and of nearly 0 for the
        // right one.
        var harsh = new AbstentionReward(new Costs(1, 1, 1e-9));
        var mild = new AbstentionReward(new Costs(1e9, 1, 1 / (1 + 1e-9)));

        assertThat(harsh.of(new Classified(Label.BENIGN, 1), 1)).isBetween(-2.0, -1.999);
        assertThat(mild.of(new Classified(Label.MALICIOUS, 1), 1)).isBetween(0.999, 1.0);
    }
}
