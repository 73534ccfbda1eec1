package dev.svgym.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The module against the definitions in exact rationals. */
class ExactAgreementTest {

    private static final double TOLERANCE = 4e-15;

    private static List<GroupEstimator> binaryAndReal(int n) {
        List<GroupEstimator> estimators = new ArrayList<>(real(n));
        estimators.add(new MaxRlConditional());
        estimators.add(new MaxRlControlVariate(1));
        estimators.add(new MaxRlControlVariate(0.3));
        for (int t = 1; t <= n + 1; t++) {
            for (var baseline : MaxRlU.Baseline.values()) {
                estimators.add(new MaxRlU(OptionalInt.of(t), baseline, 0.5, 2));
            }
        }
        for (int k = 1; k <= n; k++) {
            for (var baseline : Pkpo.Baseline.values()) {
                if (baseline != Pkpo.Baseline.SLOO || k < n) {
                    estimators.add(new Pkpo(k, baseline));
                }
            }
        }
        estimators.addAll(unit(n));
        return estimators;
    }

    /** Those that take any finite reward. */
    private static List<GroupEstimator> real(int n) {
        List<GroupEstimator> estimators = new ArrayList<>();
        estimators.add(new Reinforce());
        estimators.add(new MeanBaseline());
        estimators.add(new Rloo());
        estimators.add(new Grpo(0, 0));
        estimators.add(new Grpo(1, 1e-4));
        estimators.add(new MaxRlZeroed(0));
        estimators.add(new MaxRlZeroed(1e-6));
        for (int k = 1; k <= n; k++) {
            estimators.add(new PkpoMax(k));
        }
        return estimators;
    }

    /** Those that take rewards in [0, 1]. */
    private static List<GroupEstimator> unit(int n) {
        List<GroupEstimator> estimators = new ArrayList<>();
        for (int t = 1; t <= n + 1; t++) {
            for (var baseline : MaxRlPartial.Baseline.values()) {
                var partial = new MaxRlPartial(OptionalInt.of(t), baseline);
                estimators.add(partial);
                estimators.add(new MaxRlRange(new RewardRange(-1.5, 2), partial));
            }
        }
        return estimators;
    }

    @Test
    void every_group_of_zeros_and_ones_up_to_eight_rollouts() {
        for (int n = 1; n <= 8; n++) {
            for (int k = 0; k <= n; k++) {
                double[] rewards = new double[n];
                Arrays.fill(rewards, 0, k, 1);
                for (GroupEstimator estimator : binaryAndReal(n)) {
                    assertAgreement(estimator, rewards);
                }
            }
        }
    }

    @Test
    void random_rewards_with_ties() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 120; round++) {
            int n = 1 + random.nextInt(7);
            double[] rewards = draw(n, () -> random.nextInt(4) / 4.0 - 0.3);
            real(n).forEach(estimator -> assertAgreement(estimator, rewards));
        }
    }

    @Test
    void random_rewards_of_every_size() {
        var random = new SplittableRandom(2);
        for (int round = 0; round < 120; round++) {
            int n = 1 + random.nextInt(7);
            double scale = Math.pow(10, random.nextInt(-8, 9));
            double[] rewards = draw(n, () -> random.nextDouble(-scale, scale));
            real(n).forEach(estimator -> assertAgreement(estimator, rewards));
        }
    }

    @Test
    void random_partial_rewards() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(7);
            double[] rewards =
                    draw(n, () -> random.nextBoolean() ? random.nextDouble() : random.nextInt(2));
            unit(n).forEach(estimator -> assertAgreement(estimator, rewards));
        }
    }

    @Test
    void rewards_that_nearly_cancel() {
        // 0.3 - 0.1 - 0.2 is -2.8e-17 in binary64, and so is the mean of what these doubles really
        // are, times three.
        double[] rewards = {0.3, -0.1, -0.2};

        real(3).forEach(estimator -> assertAgreement(estimator, rewards));
        real(3).forEach(estimator -> assertAgreement(estimator, new double[] {-0.3, 0.1, 0.2}));
    }

    @Test
    void rewards_that_are_nearly_equal() {
        double[] rewards = {1, Math.nextUp(1.0), 1};

        real(3).forEach(estimator -> assertAgreement(estimator, rewards));
    }

    @Test
    void partial_rewards_next_to_the_ends() {
        for (double small : new double[] {1e-6, 1e-10, 1e-17, 1e-300, Double.MIN_VALUE}) {
            double[][] groups = {
                {1, small}, {small, small, 1}, {small, 1 - small, 0.5}, {0, small}, {small}
            };
            for (double[] rewards : groups) {
                unit(rewards.length).forEach(estimator -> assertAgreement(estimator, rewards));
            }
        }
    }

    @Test
    void maxrl_u_at_4096_rollouts() {
        int n = 4096;
        for (int t : new int[] {1, 2, 3, 63, 64, 1000, 2048, 4095, 4096}) {
            for (int m : new int[] {0, 1, 2, 31, 63, 500, 2047, 2048, 3000, 4094, 4095}) {
                double exact = ExactAdvantages.u(n, t, m).toDouble();
                assertThat(MaxRlWeights.u(n, t, m))
                        .as("T = %d, m = %d", t, m)
                        .isCloseTo(exact, within(2e-15 * exact));
            }
        }
    }

    @Test
    void partial_rewards_at_4096_rollouts_agree_with_success_counts() {
        int n = 4096;
        double[] rewards = new double[n];
        Arrays.fill(rewards, 0, 1500, 1);
        double[] weights = SiblingWeights.of(rewards, 2000);

        assertThat(weights[0]).isCloseTo(MaxRlWeights.u(n, 2000, 1499), within(1e-12));
        assertThat(weights[n - 1]).isCloseTo(MaxRlWeights.u(n, 2000, 1500), within(1e-12));
    }

    /** {@code U = N int_0^1 (1-ct)^(N-1) dt = (1 - (1-c)^N)/c} where all rewards are c. */
    @Test
    void equal_partial_rewards_at_4096_rollouts_have_a_closed_form() {
        double[] rewards = new double[4096];
        Arrays.fill(rewards, 0.001);

        double expected = -Math.expm1(4096 * Math.log1p(-0.001)) / 0.001;
        assertThat(SiblingWeights.of(rewards, 4096)[7])
                .isCloseTo(expected, within(1e-12 * expected));
    }

    private static double[] draw(int n, DoubleSupplier next) {
        double[] drawn = new double[n];
        Arrays.setAll(drawn, i -> next.getAsDouble());
        return drawn;
    }

    private static void assertAgreement(GroupEstimator estimator, double[] rewards) {
        List<Fraction> exact =
                ExactAdvantages.of(
                        estimator, Arrays.stream(rewards).mapToObj(Fraction::exactly).toList());
        double[] advantages = estimator.advantages(rewards);

        for (int i = 0; i < rewards.length; i++) {
            double expected = exact.get(i).toDouble();
            assertThat(advantages[i])
                    .as("%s of %s at %d", estimator, Arrays.toString(rewards), i)
                    .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
        }
    }
}
