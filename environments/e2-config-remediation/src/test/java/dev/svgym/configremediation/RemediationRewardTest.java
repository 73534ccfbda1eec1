package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Every corner of the reward's domain, and the numbers of its formula worked by hand. */
class RemediationRewardTest {

    private static final double[] CORNERS = {0, 0.5, 1};

    private static double failure(
            boolean structural, double detect, double fix, double regress, double confidence) {
        return new RemediationReward(
                        false,
                        structural,
                        detect,
                        OptionalDouble.empty(),
                        OptionalDouble.of(fix),
                        regress,
                        1,
                        confidence,
                        1)
                .scalar();
    }

    private static double success(double minimality, double confidence, double economy) {
        return new RemediationReward(
                        true,
                        true,
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.of(1),
                        0,
                        minimality,
                        confidence,
                        economy)
                .scalar();
    }

    @Test
    void a_perfect_success_pays_1_and_the_worst_one_four_fifths() {
        assertThat(success(1, 1, 1)).isEqualTo(1.0, within(1e-15));
        assertThat(success(0, 0, 0)).isEqualTo(0.80, within(1e-15));
    }

    @Test
    void confidence_one_half_costs_a_quarter_of_its_share() {
        // 0.80 + 0.10 + 0.05 + 0.05 * (1 - 0.25)
        assertThat(success(1, 0.5, 1)).isEqualTo(0.9875, within(1e-15));
    }

    @Test
    void no_failure_pays_more_than_one_half() {
        double best = 0;
        for (double detect : CORNERS) {
            for (double fix : CORNERS) {
                for (double confidence : CORNERS) {
                    for (double regress : new double[] {-1, -0.5, 0}) {
                        double reward = failure(true, detect, fix, regress, confidence);
                        assertThat(reward).isBetween(0.0, 0.50);
                        best = Math.max(best, reward);
                        assertThat(failure(false, detect, fix, regress, confidence))
                                .isBetween(0.0, 0.20);
                    }
                }
            }
        }
        assertThat(best).isEqualTo(0.50, within(1e-15));
    }

    @Test
    void what_is_newly_broken_eats_what_was_repaired() {
        // 0.15 * 0.5 + 0.30 * 0.5 * (1 - 0.5) + 0.05 * (1 - 0.04)
        assertThat(failure(true, 0.5, 0.5, -0.5, 0.2)).isEqualTo(0.198, within(1e-15));
    }

    @Test
    void parts_carry_the_names_of_the_card_in_its_order() {
        var reward =
                new RemediationReward(
                        true,
                        true,
                        1,
                        OptionalDouble.empty(),
                        OptionalDouble.of(1),
                        0,
                        1,
                        0.9,
                        0.5);

        assertThat(reward.parts())
                .extracting(part -> part.name())
                .containsExactly(
                        "detect",
                        "severity",
                        "fix",
                        "regress",
                        "minimality",
                        "calibration",
                        "economy",
                        "format");
        assertThat(reward.parts().get(1).value()).isEmpty();
        assertThat(reward.parts().get(5).value().getAsDouble()).isEqualTo(-0.01, within(1e-15));
    }
}
