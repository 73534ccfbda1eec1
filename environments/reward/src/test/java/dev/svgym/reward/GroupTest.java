package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.NON_BINARY_REWARD;
import static dev.svgym.reward.RewardsRefusedException.Code.NON_FINITE_REWARD;
import static dev.svgym.reward.RewardsRefusedException.Code.OVERFLOW;
import static dev.svgym.reward.RewardsRefusedException.Code.REWARD_OUT_OF_UNIT_INTERVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What estimators take and refuse, whatever their formula. */
class GroupTest {

    private static final OptionalDouble LOST = OptionalDouble.empty();
    private static final OptionalDouble SUCCESS = OptionalDouble.of(1);
    private static final OptionalDouble FAILURE = OptionalDouble.of(0);

    private static final MaxRlU MAXRL_LOO = new MaxRlU(4, MaxRlU.Baseline.LOO);

    private static Group group(InvalidPolicy policy, OptionalDouble... rewards) {
        return new Group(List.of(rewards), policy, Sampling.FIXED_N);
    }

    @Nested
    class when_a_rollout_is_lost {

        @Test
        void excluding_it_shrinks_n_and_caps_t() {
            var advantages =
                    MAXRL_LOO.advantages(
                            group(InvalidPolicy.EXCLUDE, SUCCESS, LOST, FAILURE, FAILURE));

            // N = T = 3, K = 1: U(0) = 3, U(1) = 3/2; 3, and -3/2 * 1/2.
            assertThat(advantages)
                    .isEqualTo(
                            new Advantages(
                                    List.of(3.0, 0.0, -0.75, -0.75),
                                    4,
                                    3,
                                    OptionalInt.of(1),
                                    OptionalInt.of(3)));
        }

        @Test
        void failing_it_keeps_n() {
            var advantages =
                    MAXRL_LOO.advantages(
                            group(InvalidPolicy.FAIL, SUCCESS, LOST, FAILURE, FAILURE));

            // N = T = 4, K = 1: U(0) = 4, U(1) = 2; 4, and -2 * 1/3.
            assertThat(advantages)
                    .isEqualTo(
                            new Advantages(
                                    List.of(4.0, -2 / 3.0, -2 / 3.0, -2 / 3.0),
                                    4,
                                    4,
                                    OptionalInt.of(1),
                                    OptionalInt.of(4)));
        }

        @Test
        void a_group_that_lost_all_gets_zeros_and_no_t() {
            assertThat(MAXRL_LOO.advantages(group(InvalidPolicy.EXCLUDE, LOST, LOST)))
                    .isEqualTo(
                            new Advantages(
                                    List.of(0.0, 0.0), 2, 0, OptionalInt.of(0), OptionalInt.of(0)));
            assertThat(
                            new MaxRlControlVariate(1)
                                    .advantages(group(InvalidPolicy.FAIL, LOST, LOST))
                                    .values())
                    .containsExactly(-1.0, -1.0);
        }
    }

    @Test
    void an_empty_group_gets_an_empty_answer() {
        assertThat(new Rloo().advantages(group(InvalidPolicy.EXCLUDE)))
                .isEqualTo(new Advantages(List.of(), 0, 0, OptionalInt.of(0), OptionalInt.empty()));
    }

    @Test
    void a_group_of_one_gets_its_reward_from_the_unbiased_estimators() {
        assertThat(new MaxRlU(8, MaxRlU.Baseline.LOO).advantages(new double[] {1}))
                .containsExactly(1);
        assertThat(new Rloo().advantages(new double[] {0.4})).containsExactly(0.4);
        assertThat(
                        new MaxRlPartial(OptionalInt.empty(), MaxRlPartial.Baseline.LOO)
                                .advantages(new double[] {0.4}))
                .containsExactly(0.4);
    }

    @Test
    void a_group_of_one_never_trains_under_the_released_rule() {
        assertThat(new MaxRlZeroed(0).advantages(new double[] {1})).containsExactly(0);
        assertThat(new Grpo(1, 0).advantages(new double[] {1})).containsExactly(0);
    }

    @Test
    void equal_rewards_that_do_not_sum_exactly_are_still_equal() {
        double[] rewards = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};

        assertThat(new Grpo(1, 0).advantages(rewards)).containsOnly(0);
        assertThat(new MaxRlZeroed(0).advantages(rewards)).containsOnly(0);
    }

    @Test
    void no_advantage_is_a_negative_zero() {
        assertThat(MAXRL_LOO.advantages(Group.of(0, 0)).values()).containsExactly(0.0, 0.0);
    }

    @Test
    void successes_are_not_counted_among_partial_rewards() {
        assertThat(new Rloo().advantages(Group.of(1, 0.5)).successes()).isEmpty();
    }

    @Test
    void the_reward_is_standardised_however_large_or_small() {
        assertThat(new Grpo(0, 0).advantages(new double[] {1e300, -1e300})).containsExactly(1, -1);
        assertThat(new Grpo(0, 0).advantages(new double[] {1e-300, -1e-300}))
                .containsExactly(1, -1);
    }

    @Nested
    class refuses {

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void a_reward_that_is_not_finite(double reward) {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> Group.of(0, reward))
                    .returns(NON_FINITE_REWARD, RewardsRefusedException::code);
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> new Reinforce().advantages(new double[] {0, reward}))
                    .returns(NON_FINITE_REWARD, RewardsRefusedException::code);
        }

        @Test
        void a_partial_reward_where_successes_are_counted() {
            for (var estimator :
                    List.of(
                            MAXRL_LOO,
                            new MaxRlConditional(),
                            new MaxRlControlVariate(1),
                            new Pkpo(1, Pkpo.Baseline.LOO))) {
                assertThatExceptionOfType(RewardsRefusedException.class)
                        .isThrownBy(() -> estimator.advantages(Group.of(1, 0.5)))
                        .returns(NON_BINARY_REWARD, RewardsRefusedException::code)
                        .withMessageContaining("got 0.5");
            }
        }

        @Test
        void a_partial_reward_outside_its_range() {
            var partial = new MaxRlPartial(OptionalInt.empty(), MaxRlPartial.Baseline.LOO);
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> partial.advantages(Group.of(1, -0.5)))
                    .returns(REWARD_OUT_OF_UNIT_INTERVAL, RewardsRefusedException::code);
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() ->
                            new MaxRlRange(new RewardRange(-2, 0.5), partial)
                                    .advantages(Group.of(1, 0)))
                    .returns(REWARD_OUT_OF_UNIT_INTERVAL, RewardsRefusedException::code)
                    .withMessageContaining("[-2.0, 0.5], got 1.0");
        }

        @Test
        void an_advantage_that_would_be_infinite() {
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> new Rloo().advantages(Group.of(1.7e308, -1.7e308)))
                    .returns(OVERFLOW, RewardsRefusedException::code);
            assertThatExceptionOfType(RewardsRefusedException.class)
                    .isThrownBy(() -> new MeanBaseline().advantages(Group.of(1.7e308, 1.6e308)))
                    .returns(OVERFLOW, RewardsRefusedException::code);
        }
    }
}
