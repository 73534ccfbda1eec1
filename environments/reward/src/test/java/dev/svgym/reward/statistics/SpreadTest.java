package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.NEGATIVE_WEIGHT;
import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.SuccessCount;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Weighted statistics, stability of training and shares of groups. */
class SpreadTest {

    @Nested
    class weighted_statistics {

        @Test
        void weigh_mean_and_variance() {
            // Mean (0 + 3 * 4)/4 = 3; variance (9 + 3 * 1)/4 = 3; effective size 16/10.
            assertThat(WeightedStatistics.of(List.of(0.0, 4.0), List.of(1.0, 3.0)))
                    .isEqualTo(new WeightedStatistics(4, 3, 3, 1.6));
        }

        @Test
        void of_equal_weights_count_every_value_once() {
            assertThat(
                            WeightedStatistics.of(List.of(1.0, 2.0, 3.0), List.of(0.5, 0.5, 0.5))
                                    .effectiveSampleSize())
                    .isEqualTo(3);
        }

        @Test
        void refuse_weights_that_are_negative_missing_or_all_zero() {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> WeightedStatistics.of(List.of(1.0), List.of(-1.0)))
                    .returns(NEGATIVE_WEIGHT, RewardsRefusedException::code);
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> WeightedStatistics.of(List.of(1.0), List.of()))
                    .returns(RAGGED_PARTS, RewardsRefusedException::code);
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> WeightedStatistics.of(List.of(1.0), List.of(0.0)));
        }
    }

    @Nested
    class stability {

        @Test
        void compares_spread_and_peak_with_the_middle() {
            // Mean 4, squares 9 + 1 + 1 + 9 over 3, median 4.
            var stability = Stability.of(List.of(7.0, 3.0, 5.0, 1.0));

            assertThat(stability)
                    .isEqualTo(
                            new Stability(
                                    4,
                                    OptionalDouble.of(20 / 3.0),
                                    OptionalDouble.of(Math.sqrt(20 / 3.0) / 4),
                                    OptionalDouble.of(1.75)));
        }

        @Test
        void of_one_norm_has_no_spread() {
            assertThat(Stability.of(List.of(2.0)))
                    .isEqualTo(
                            new Stability(
                                    2,
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.of(1)));
        }

        @Test
        void of_zeros_has_nothing_to_divide_by() {
            var stability = Stability.of(List.of(0.0, 0.0));

            assertThat(stability.variance()).hasValue(0);
            assertThat(stability.coefficientOfVariation()).isEmpty();
            assertThat(stability.maxOverMedian()).isEmpty();
        }

        @Test
        void needs_norms() {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> Stability.of(List.of()));
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> Stability.of(List.of(-1.0)));
        }
    }

    @Nested
    class shares_of_groups {

        @Test
        void leave_out_groups_that_lost_every_rollout() {
            var shares =
                    GroupShares.of(
                            List.of(
                                    new SuccessCount(0, 4),
                                    new SuccessCount(4, 4),
                                    new SuccessCount(1, 4),
                                    new SuccessCount(0, 8),
                                    new SuccessCount(0, 0)));

            assertThat(shares).isEqualTo(new GroupShares(4, 2, 1));
            assertThat(shares.allFailShare()).isEqualTo(0.5);
            assertThat(shares.allPassShare()).isEqualTo(0.25);
        }

        @Test
        void of_no_groups_are_zero() {
            assertThat(GroupShares.of(List.of()).allFailShare()).isZero();
        }
    }
}
