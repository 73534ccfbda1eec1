package dev.svgym.reward;

import static dev.svgym.reward.Polynomial.ONE_MINUS_X;
import static dev.svgym.reward.Polynomial.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Proofs by enumeration: the expectation of an estimator, over every group there can be, is its target as a polynomial.
 * They are about the exact formulas of {@link ExactAdvantages}; {@link ExactAgreementTest} ties the module to those.
 */
class ExpectationProofTest {

    private static final int MOST_ROLLOUTS = 8;

    /** w_T(p) = 1 + (1-p) + ... + (1-p)^(T-1). */
    static Polynomial truncated(int t) {
        Polynomial weight = Polynomial.ZERO;
        for (int k = 0; k < t; k++) {
            weight = weight.plus(ONE_MINUS_X.power(k));
        }
        return weight;
    }

    /** A reward with its chance as a polynomial of one parameter, in which the chances add up to 1. */
    private record Outcome(Fraction reward, Polynomial chance) {}

    private static final List<Outcome> BERNOULLI =
            List.of(new Outcome(Fraction.ZERO, ONE_MINUS_X), new Outcome(Fraction.ONE, X));

    /** Rewards 0, 1/3 and 1, of which the parameter moves chance from the first to the others. */
    private static final List<Outcome> PARTIAL =
            List.of(
                    new Outcome(Fraction.ZERO, ONE_MINUS_X),
                    new Outcome(Fraction.of(1, 3), X.times(Fraction.of(3, 5))),
                    new Outcome(Fraction.ONE, X.times(Fraction.of(2, 5))));

    /** The expectation of (1/N) sum A_i score_i, where score_i is the derivative of the log-chance of rollout i. */
    private static Polynomial expectation(GroupEstimator estimator, int n, List<Outcome> outcomes) {
        return expectation(estimator, n, outcomes, new ArrayList<>(), Fraction.ONE);
    }

    /** Adds the outcomes of one kind at a time: groups that differ in order only are counted together. */
    private static Polynomial expectation(
            GroupEstimator estimator,
            int left,
            List<Outcome> kinds,
            List<Outcome> group,
            Fraction orders) {
        if (kinds.isEmpty()) {
            return left == 0 ? gradient(estimator, group).times(orders) : Polynomial.ZERO;
        }
        Polynomial sum = Polynomial.ZERO;
        for (int count = 0; count <= left; count++) {
            List<Outcome> more = new ArrayList<>(group);
            more.addAll(Collections.nCopies(count, kinds.getFirst()));
            sum =
                    sum.plus(
                            expectation(
                                    estimator,
                                    left - count,
                                    kinds.subList(1, kinds.size()),
                                    more,
                                    orders.times(Fraction.choose(left, count))));
        }
        return sum;
    }

    /** {@code (1/N) sum_i A_i q'_i prod_{j != i} q_j}: chance times score, in which the division cancels. */
    private static Polynomial gradient(GroupEstimator estimator, List<Outcome> group) {
        List<Fraction> advantages =
                ExactAdvantages.of(estimator, group.stream().map(Outcome::reward).toList());
        Polynomial gradient = Polynomial.ZERO;
        for (int i = 0; i < group.size(); i++) {
            Polynomial product = group.get(i).chance().derivative();
            for (int j = 0; j < group.size(); j++) {
                product = j == i ? product : product.times(group.get(j).chance());
            }
            gradient = gradient.plus(product.times(advantages.get(i)));
        }
        return gradient.times(Fraction.of(1, group.size()));
    }

    private static void assertWeight(GroupEstimator estimator, int n, Polynomial weight) {
        assertThat(expectation(estimator, n, BERNOULLI))
                .as("%s at N = %d", estimator, n)
                .isEqualTo(weight);
    }

    @Test
    void reinforce_and_rloo_follow_expected_reward() {
        for (int n = 1; n <= MOST_ROLLOUTS; n++) {
            assertWeight(new Reinforce(), n, truncated(1));
            assertWeight(new Rloo(), n, truncated(1));
        }
    }

    @Test
    void the_mean_as_baseline_loses_one_rollout_in_n() {
        for (int n = 1; n <= MOST_ROLLOUTS; n++) {
            assertWeight(new MeanBaseline(), n, truncated(1).times(Fraction.of(n - 1, n)));
        }
    }

    @Test
    void conditional_and_control_variate_have_t_equal_to_n() {
        for (int n = 1; n <= MOST_ROLLOUTS; n++) {
            assertWeight(new MaxRlConditional(), n, truncated(n));
            assertWeight(new MaxRlControlVariate(1), n, truncated(n));
            assertWeight(new MaxRlControlVariate(0.25), n, truncated(n));
        }
    }

    @Test
    void the_released_rule_has_t_equal_to_n_minus_one() {
        for (int n = 1; n <= MOST_ROLLOUTS; n++) {
            assertWeight(new MaxRlZeroed(0), n, truncated(n - 1));
        }
    }

    @Test
    void maxrl_u_has_every_t_with_every_baseline() {
        for (int n = 1; n <= MOST_ROLLOUTS; n++) {
            for (int t = 1; t <= n; t++) {
                for (var baseline : MaxRlU.Baseline.values()) {
                    assertWeight(new MaxRlU(OptionalInt.of(t), baseline, 0.5, 2), n, truncated(t));
                }
            }
        }
    }

    @Test
    void no_t_above_n_is_reached_but_capped() {
        assertWeight(new MaxRlU(9, MaxRlU.Baseline.LOO), 4, truncated(4));
    }

    @Test
    void pkpo_follows_pass_at_k_with_every_baseline() {
        for (int n = 1; n <= MOST_ROLLOUTS; n++) {
            for (int k = 1; k <= n; k++) {
                Polynomial weight = ONE_MINUS_X.power(k - 1).times(Fraction.of(k));
                for (var baseline : Pkpo.Baseline.values()) {
                    if (baseline != Pkpo.Baseline.SLOO || k < n) {
                        assertWeight(new Pkpo(k, baseline), n, weight);
                    }
                }
                assertWeight(new PkpoMax(k), n, weight);
            }
        }
    }

    @Nested
    class on_partial_rewards {

        private static final int FEWER = 6;

        /** p = E[r] = x/5 + 2x/5. */
        private static final Polynomial MEAN = X.times(Fraction.of(3, 5));

        /** The derivative of J_T(p(x)): sum of (1-p)^k p'. */
        private static Polynomial gradientOfTruncated(int t) {
            Polynomial weight = Polynomial.ZERO;
            for (int k = 0; k < t; k++) {
                weight = weight.plus(Polynomial.ONE.minus(MEAN).power(k));
            }
            return weight.times(MEAN.derivative());
        }

        @Test
        void maxrl_partial_has_every_t_of_the_expected_reward() {
            for (int n = 1; n <= FEWER; n++) {
                for (int t = 1; t <= n; t++) {
                    for (var baseline : MaxRlPartial.Baseline.values()) {
                        var estimator = new MaxRlPartial(OptionalInt.of(t), baseline);
                        assertThat(expectation(estimator, n, PARTIAL))
                                .as("%s at N = %d", estimator, n)
                                .isEqualTo(gradientOfTruncated(t));
                    }
                }
            }
        }

        @Test
        void rloo_still_follows_expected_reward() {
            assertThat(expectation(new Rloo(), 4, PARTIAL)).isEqualTo(MEAN.derivative());
        }

        @Test
        void pkpo_max_follows_the_expected_best_of_k() {
            for (int k = 1; k <= 4; k++) {
                // P(best < 1/3) = (1-x)^k, P(best < 1) = (1 - 2x/5)^k
                Polynomial noneAboveZero = ONE_MINUS_X.power(k);
                Polynomial noneFull = Polynomial.ONE.minus(X.times(Fraction.of(2, 5))).power(k);
                Polynomial expectedBest =
                        noneFull.minus(noneAboveZero)
                                .times(Fraction.of(1, 3))
                                .plus(Polynomial.ONE.minus(noneFull));

                assertThat(expectation(new PkpoMax(k), 4, PARTIAL))
                        .as("k = %d", k)
                        .isEqualTo(expectedBest.derivative());
            }
        }

        @Test
        void the_released_rule_has_no_truncated_likelihood_as_target() {
            Polynomial expected = expectation(new MaxRlZeroed(0), 4, PARTIAL);

            for (int t = 1; t <= 4; t++) {
                assertThat(expected).isNotEqualTo(gradientOfTruncated(t));
            }
        }
    }
}
