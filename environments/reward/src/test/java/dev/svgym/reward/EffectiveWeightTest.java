package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveWeightTest {

    private static final double[] CHANCES = {0, 1e-12, 1e-3, 0.01, 0.25, 0.5, 0.9, 1 - 1e-9, 1};

    @Test
    void of_grpo_with_two_rollouts_is_worked_by_hand() {
        // N = 2, ddof 0: a group of one success and one failure gets 1 and -1, any other 0.
        // m = 0: A(success | 1) - A(failure | 0) = 1; m = 1: A(success | 2) - A(failure | 1) = 1.
        assertThat(new EffectiveWeight(new Grpo(0, 0), 2).at(0.3)).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 128, 4096})
    void of_the_unbiased_estimators_is_that_of_the_truncated_likelihood(int n) {
        for (double p : CHANCES) {
            for (int t : new int[] {1, (n + 1) / 2, n}) {
                double expected = new TruncatedLikelihood(t).weight(p);
                for (var baseline : MaxRlU.Baseline.values()) {
                    var estimator = new MaxRlU(t, baseline);

                    assertThat(new EffectiveWeight(estimator, n).at(p))
                            .as("%s, N = %d, p = %s", estimator, n, p)
                            .isCloseTo(expected, within(1e-12 * expected));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 4096})
    void of_the_released_rule_stops_one_short_of_n(int n) {
        for (double p : CHANCES) {
            double expected = new TruncatedLikelihood(n - 1).weight(p);

            assertThat(new EffectiveWeight(new MaxRlZeroed(0), n).at(p))
                    .isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void of_the_released_rule_is_zero_for_a_group_of_one() {
        assertThat(new EffectiveWeight(new MaxRlZeroed(0), 1).at(0.2)).isZero();
    }

    @Test
    void of_rewards_in_a_range_is_that_of_the_mapped_chance() {
        var estimator =
                new MaxRlRange(
                        new RewardRange(-1, 1),
                        new MaxRlPartial(OptionalInt.of(3), MaxRlPartial.Baseline.LOO));

        // Rewards 0 and 1 become 1/2 and 1: p' = (1 + p)/2, and dp'/dp = 1/2.
        double expected = new TruncatedLikelihood(3).weight(0.7) / 2;
        assertThat(new EffectiveWeight(estimator, 5).at(0.4)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void tends_to_its_limits_as_groups_grow() {
        double p = 0.2;

        assertThat(new EffectiveWeight(new Grpo(1, 0), 4096).at(p))
                .isCloseTo(EffectiveWeight.ofGrpo(p), within(2e-3));
        assertThat(new EffectiveWeight(new MaxRlConditional(), 4096).at(p))
                .isCloseTo(EffectiveWeight.ofMaximumLikelihood(p), within(1e-12));
        assertThat(new EffectiveWeight(new Rloo(), 4096).at(p))
                .isCloseTo(EffectiveWeight.ofExpectedReward(p), within(1e-12));
    }

    @Test
    void of_grpo_tends_to_two_at_even_odds() {
        assertThat(EffectiveWeight.ofGrpo(0.5)).isEqualTo(2);
    }

    @Test
    void needs_a_chance_and_a_rollout() {
        var weight = new EffectiveWeight(new Rloo(), 4);

        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> weight.at(1.1))
                .returns(BAD_PARAMETER, RewardsRefusedException::code);
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> weight.at(Double.NaN));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new EffectiveWeight(new Rloo(), 0));
    }
}
