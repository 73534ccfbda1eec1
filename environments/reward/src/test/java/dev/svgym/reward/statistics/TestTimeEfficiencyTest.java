package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.reward.RewardsRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTimeEfficiencyTest {

    private static final List<Integer> KS = List.of(1, 4, 16);

    private static final TestTimeEfficiency EFFICIENCY =
            new TestTimeEfficiency(KS, List.of(0.2, 0.4, 0.6), List.of(0.3, 0.5, 0.9));

    @Test
    void compares_at_equal_pass_at_k_on_a_logarithmic_scale() {
        // 0.4 lies half way from 0.3 at 1 to 0.5 at 4: k* = 2.
        assertThat(EFFICIENCY.ratio(4).orElseThrow()).isCloseTo(2, within(1e-14));
    }

    @Test
    void reads_the_base_between_its_ks_on_the_same_scale() {
        // Base at 8 is 0.5, which the better model has at 4.
        assertThat(EFFICIENCY.ratio(8).orElseThrow()).isCloseTo(2, within(1e-14));
    }

    @Test
    void counts_from_the_first_k_where_the_better_model_is_already_there() {
        assertThat(EFFICIENCY.ratio(1)).hasValue(1);
        assertThat(
                        new TestTimeEfficiency(KS, List.of(0.2, 0.4, 0.6), List.of(0.6, 0.7, 0.8))
                                .ratio(16))
                .hasValue(16);
    }

    @Test
    void is_empty_where_the_other_model_never_gets_there() {
        assertThat(
                        new TestTimeEfficiency(KS, List.of(0.2, 0.4, 0.6), List.of(0.1, 0.2, 0.3))
                                .ratio(16))
                .isEmpty();
    }

    @Test
    void compares_within_the_curves_only() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> EFFICIENCY.ratio(17))
                .returns(K_OUT_OF_RANGE, RewardsRefusedException::code);
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> new TestTimeEfficiency(KS, List.of(0.1), List.of(0.1)));
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() ->
                        new TestTimeEfficiency(
                                List.of(4, 1), List.of(0.1, 0.2), List.of(0.1, 0.2)));
    }
}
