package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.T_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TruncatedLikelihoodTest {

    @Test
    void of_order_one_is_expected_reward_less_one() {
        assertThat(new TruncatedLikelihood(1).objective(0.3)).isCloseTo(-0.7, within(1e-16));
        assertThat(new TruncatedLikelihood(1).weight(0.3)).isCloseTo(1, within(1e-15));
    }

    @Test
    void of_high_order_is_the_logarithm() {
        assertThat(new TruncatedLikelihood(Integer.MAX_VALUE).objective(0.01))
                .isCloseTo(Math.log(0.01), within(1e-14));
    }

    @Test
    void at_the_ends_is_the_harmonic_number_and_zero() {
        var third = new TruncatedLikelihood(3);

        assertThat(third.objective(0)).isCloseTo(-11 / 6.0, within(1e-15));
        assertThat(third.weight(0)).isEqualTo(3);
        assertThat(third.objective(1)).isZero();
        assertThat(third.weight(1)).isEqualTo(1);
    }

    @Test
    void needs_an_order() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new TruncatedLikelihood(0))
                .returns(T_OUT_OF_RANGE, RewardsRefusedException::code);
    }
}
