package dev.svgym.reward.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.SuccessCount;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PassRateIntervalsTest {

    private static final Confidence HALF = Confidence.of(0.5);

    @Nested
    class the_normal_quantile {

        @Test
        void is_what_tables_say() {
            assertThat(Normal.twoSidedQuantile(0.05)).isCloseTo(1.959963984540054, within(1e-15));
            assertThat(Normal.twoSidedQuantile(0.01)).isCloseTo(2.5758293035489004, within(1e-15));
            assertThat(Normal.twoSidedQuantile(0.5)).isCloseTo(0.6744897501960817, within(1e-15));
        }

        @Test
        void goes_far_out() {
            // Beyond z = 37 lies about 4.6e-300 (twice 2.3e-300): Mills, exp(-z^2/2) sqrt(2/pi)
            // (1/z - 1/z^3 + 3/z^5).
            double z = 37;
            double outside =
                    Math.exp(-z * z / 2)
                            * Math.sqrt(2 / Math.PI)
                            * (1 / z - 1 / Math.pow(z, 3) + 3 / Math.pow(z, 5));
            assertThat(Normal.twoSidedQuantile(outside)).isCloseTo(z, within(1e-9));
        }
    }

    @Nested
    class clopper_and_pearson {

        @Test
        void with_no_success_solves_a_power() {
            // (1-p)^n = tail.
            assertThat(PassRateIntervals.clopperPearson(new SuccessCount(0, 2), Confidence.of(0.5)))
                    .satisfies(interval -> {
                        assertThat(interval.low()).isZero();
                        assertThat(interval.high()).isCloseTo(0.5, within(1e-12));
                    });
        }

        @Test
        void with_successes_only_solves_the_mirror_image() {
            var interval = PassRateIntervals.clopperPearson(new SuccessCount(2, 2), HALF);

            assertThat(interval.low()).isCloseTo(0.5, within(1e-12));
            assertThat(interval.high()).isEqualTo(1);
        }

        @Test
        void holds_its_level_for_every_chance_of_success() {
            // The chance that the interval misses p is the mass of the counts whose interval does.
            int n = 12;
            for (double p = 0.01; p < 1; p += 0.01) {
                double missed = 0;
                for (int k = 0; k <= n; k++) {
                    var interval =
                            PassRateIntervals.clopperPearson(
                                    new SuccessCount(k, n), Confidence.USUAL);
                    if (p < interval.low() || p > interval.high()) {
                        missed += choose(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
                    }
                }
                assertThat(missed).isLessThanOrEqualTo(0.05);
            }
        }

        private static double choose(int n, int k) {
            double ways = 1;
            for (int i = 1; i <= k; i++) {
                ways = ways * (n - k + i) / i;
            }
            return ways;
        }
    }

    @Test
    void a_flat_prior_and_one_failure_give_a_square_root() {
        // Beta(1, 2) has the distribution 1 - (1-x)^2: a quarter lies below 1 - sqrt(3)/2, and
        // below 1/2 three quarters.
        var interval = PassRateIntervals.beta(new SuccessCount(0, 1), HALF, 1, 1);

        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_beta_interval_of_balanced_counts_is_symmetric() {
        var interval =
                PassRateIntervals.beta(new SuccessCount(2000, 4000), Confidence.USUAL, 0.5, 0.5);

        assertThat(interval.low() + interval.high()).isCloseTo(1, within(1e-12));
        // The normal approximation: 1/2 -+ 1.96 sqrt(1/(4 * 4002)).
        assertThat(interval.low()).isCloseTo(0.5 - 1.959964 / Math.sqrt(4 * 4002), within(1e-6));
    }

    @Test
    void wilson_is_the_root_of_the_score_equation() {
        var interval = PassRateIntervals.wilson(new SuccessCount(3, 8), Confidence.USUAL);
        double z = 1.959963984540054;

        for (double p : new double[] {interval.low(), interval.high()}) {
            assertThat(Math.abs(3 / 8.0 - p) / Math.sqrt(p * (1 - p) / 8))
                    .isCloseTo(z, within(1e-13));
        }
    }

    @Test
    void wilson_reaches_the_ends_exactly() {
        assertThat(PassRateIntervals.wilson(new SuccessCount(0, 9), HALF).low()).isZero();
        assertThat(PassRateIntervals.wilson(new SuccessCount(9, 9), HALF).high()).isEqualTo(1);
    }

    @Test
    void none_in_two_rollouts_leaves_half_at_three_quarters_confidence() {
        assertThat(PassRateIntervals.zeroSuccessUpper(2, Confidence.of(0.75)))
                .isCloseTo(0.5, within(1e-16));
    }

    @Test
    void a_confidence_is_the_decimal_number_that_was_written() {
        assertThat(Confidence.of(0.95).tail()).isEqualByComparingTo(new BigDecimal("0.025"));
    }

    @Test
    void needs_a_rollout_a_level_and_a_prior() {
        for (var refused :
                new org.assertj.core.api.ThrowableAssert.ThrowingCallable[] {
                    () -> PassRateIntervals.wilson(new SuccessCount(0, 0), HALF),
                    () -> PassRateIntervals.zeroSuccessUpper(0, HALF),
                    () -> PassRateIntervals.zeroSuccessUpper(-1, HALF),
                    () -> PassRateIntervals.beta(new SuccessCount(1, 2), HALF, 0, 1),
                    () -> Confidence.of(1),
                    () -> Confidence.of(Double.NaN)
                }) {
            assertThatExceptionOfType(RewardsRefusedException.class).isThrownBy(refused);
        }
    }
}
