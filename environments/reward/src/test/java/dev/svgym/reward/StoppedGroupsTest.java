package dev.svgym.reward;

import static dev.svgym.reward.Polynomial.ONE_MINUS_X;
import static dev.svgym.reward.Polynomial.X;
import static dev.svgym.reward.RewardsRefusedException.Code.BIASED_COMBINATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.svgym.reward.Sampling.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Groups that end at a success, or at a cap. */
class StoppedGroupsTest {

    private static final int MOST_ROLLOUTS = 6;

    /** The expected gradient when all rollouts up to the cap are run, and those behind the s-th success discarded. */
    private static Polynomial expectation(GroupEstimator estimator, int cap, int successes) {
        Polynomial expectation = Polynomial.ZERO;
        for (int mask = 0; mask < 1 << cap; mask++) {
            List<Fraction> counted = new ArrayList<>();
            int seen = 0;
            for (int i = 0; i < cap && seen < successes; i++) {
                int success = mask >> i & 1;
                seen += success;
                counted.add(Fraction.of(success));
            }
            List<Fraction> advantages = ExactAdvantages.of(estimator, counted);
            int k = Integer.bitCount(mask);
            for (int i = 0; i < counted.size(); i++) {
                // Chance times score: p^k (1-p)^(cap-k) times 1/p or -1/(1-p).
                boolean success = counted.get(i).equals(Fraction.ONE);
                Polynomial term =
                        success
                                ? X.power(k - 1).times(ONE_MINUS_X.power(cap - k))
                                : X.power(k)
                                        .times(ONE_MINUS_X.power(cap - k - 1))
                                        .times(Fraction.of(-1));
                expectation = expectation.plus(term.times(advantages.get(i).over(counted.size())));
            }
        }
        return expectation;
    }

    @Test
    void conditional_keeps_the_cap_as_its_t() {
        for (int cap = 1; cap <= MOST_ROLLOUTS; cap++) {
            for (int successes = 1; successes <= cap; successes++) {
                assertThat(expectation(new MaxRlConditional(), cap, successes))
                        .as("cap %d, stopped at success %d", cap, successes)
                        .isEqualTo(ExpectationProofTest.truncated(cap));
                assertThat(expectation(new MaxRlControlVariate(0), cap, successes))
                        .isEqualTo(ExpectationProofTest.truncated(cap));
            }
        }
    }

    @Test
    void the_others_lose_their_target_and_are_refused() {
        var estimators =
                Map.of(
                        new Reinforce(), ExpectationProofTest.truncated(1),
                        new Rloo(), ExpectationProofTest.truncated(1),
                        new MaxRlZeroed(0), ExpectationProofTest.truncated(3),
                        new MaxRlControlVariate(1), ExpectationProofTest.truncated(4),
                        new MaxRlU(4, MaxRlU.Baseline.VN), ExpectationProofTest.truncated(4),
                        new MaxRlU(4, MaxRlU.Baseline.LOO), ExpectationProofTest.truncated(4),
                        new MaxRlU(2, MaxRlU.Baseline.NONE), ExpectationProofTest.truncated(2));

        estimators.forEach((estimator, target) -> {
            assertThat(expectation(estimator, 4, 1)).as(estimator.toString()).isNotEqualTo(target);
            assertRefused(estimator);
        });
    }

    @Test
    void an_estimator_without_a_target_for_stopped_groups_is_refused() {
        assertRefused(new Grpo(1, 0));
        assertRefused(new MeanBaseline());
        assertRefused(new Pkpo(1, Pkpo.Baseline.MINUS_ONE));
        assertRefused(new PkpoMax(1));
        assertRefused(new MaxRlPartial(OptionalInt.empty(), MaxRlPartial.Baseline.NONE));
        assertRefused(new ReinforcePp(1, 0));
        assertRefused(new ReinforcePpBaseline(1, 0));
    }

    private static void assertRefused(ScalarEstimator estimator) {
        var group = stopped(Sampling.stopped(4), 0, 1);

        assertThatExceptionOfType(RewardsRefusedException.class)
                .as(estimator.toString())
                .isThrownBy(() -> estimator.advantages(List.of(group)))
                .returns(BIASED_COMBINATION, RewardsRefusedException::code)
                .withMessageContaining("STOPPED(4)");
    }

    @Test
    void rollouts_behind_the_last_success_are_discarded_in_index_order() {
        var group = stopped(new Stopped(8, OptionalInt.of(2)), 0, 1, 0, 1, 1, 0);

        var advantages = new MaxRlConditional().advantages(group);

        // N = 4 rollouts up to the second success, K = 2.
        assertThat(advantages.values()).containsExactly(0.0, 2.0, 0.0, 2.0, 0.0, 0.0);
        assertThat(advantages.n()).isEqualTo(6);
        assertThat(advantages.valid()).isEqualTo(4);
        assertThat(advantages.successes()).hasValue(2);
    }

    @Test
    void without_a_number_of_successes_every_rollout_counts() {
        var group = stopped(Sampling.stopped(8), 0, 1, 0, 1, 1, 0);

        assertThat(new MaxRlConditional().advantages(group).values())
                .containsExactly(0.0, 2.0, 0.0, 2.0, 2.0, 0.0);
    }

    @Test
    void a_group_that_reached_its_cap_without_success_gets_nothing() {
        var group = stopped(new Stopped(3, OptionalInt.of(1)), 0, 0, 0);

        assertThat(new MaxRlConditional().advantages(group).values())
                .containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void more_rollouts_than_the_cap_are_refused() {
        assertThatExceptionOfType(RewardsRefusedException.class)
                .isThrownBy(() -> stopped(Sampling.stopped(2), 0, 0, 1))
                .withMessage("A stopped group has at most its cap of 2 rollouts, got 3.");
    }

    private static Group stopped(Sampling sampling, double... rewards) {
        List<OptionalDouble> list = new ArrayList<>();
        for (double reward : rewards) {
            list.add(OptionalDouble.of(reward));
        }
        return new Group(list, InvalidPolicy.EXCLUDE, sampling);
    }
}
