package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PassAtKTest {

    @Test
    void counts_draws_that_hold_a_success() {
        // Of the 6 pairs out of 4 with 1 success, 3 hold it.
        assertThat(PassAtK.any(new SuccessCount(1, 4), 2)).isEqualTo(0.5);
    }

    @Test
    void counts_draws_of_successes_only() {
        // Of the 6 pairs out of 4 with 3 successes, 3 hold nothing else.
        assertThat(PassAtK.all(new SuccessCount(3, 4), 2)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void is_exact_for_every_group_of_up_to_twelve() {
        for (int n = 1; n <= 12; n++) {
            for (int c = 0; c <= n; c++) {
                for (int k = 1; k <= n; k++) {
                    var count = new SuccessCount(c, n);
                    Fraction all = Fraction.choose(c, k).over(Fraction.choose(n, k));

                    assertThat(PassAtK.any(count, k))
                            .isCloseTo(ExactAdvantages.passAtK(n, c, k).toDouble(), within(5e-16));
                    assertThat(PassAtK.all(count, k)).isCloseTo(all.toDouble(), within(5e-16));
                }
            }
        }
    }

    @Test
    void a_failed_group_never_passes_and_a_perfect_one_always() {
        assertThat(PassAtK.any(new SuccessCount(0, 4096), 4096)).isZero();
        assertThat(PassAtK.any(new SuccessCount(4096, 4096), 1)).isEqualTo(1);
        assertThat(PassAtK.all(new SuccessCount(4096, 4096), 4096)).isEqualTo(1);
    }

    @Test
    void draws_are_at_least_one_and_at_most_all() {
        for (int k : new int[] {-1, 0, 5}) {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> PassAtK.any(new SuccessCount(2, 4), k))
                    .returns(K_OUT_OF_RANGE, RewardsRefusedException::code);
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> PassAtK.all(new SuccessCount(2, 4), k));
        }
    }
}
