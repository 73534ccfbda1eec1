package dev.svgym.reward;

import dev.svgym.reward.EstimatorParameter.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The gradient of the expected best of k rewards.
 *
 * @param k at least 1, at most N
 */
public record PkpoMax(int k) implements RealEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "pkpo_max",
                    "N/C(N,k) sum over sets I of k rollouts containing i of [max of I - max of I without i]; the max of no rollout is 0",
                    "expected maximum of k rewards",
                    "Any finite rewards; groups of fixed size with k <= N. On rewards 0 and 1 it is pkpo with minus_one.",
                    "PKPO, arXiv:2505.15201",
                    List.of(
                            EstimatorParameter.required(
                                    "k",
                                    Kind.INTEGER,
                                    "Size of the sets: at least 1, at most N.")));

    public PkpoMax {
        Checks.k(k, Integer.MAX_VALUE);
    }

    static PkpoMax from(EstimatorParameters parameters) {
        return new PkpoMax(parameters.givenInteger("k"));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        return new Pkpo(k, Pkpo.Baseline.MINUS_ONE).advantages(count);
    }

    /**
     * In ascending order the advantage grows from one reward to the next by their distance times
     * {@code k C(j,k-1)/C(N-1,k-1)}, j being the number of rewards below: sums of positive terms only. (Adding 0.0 makes -0.0 and
     * 0.0 the same reward.)
     */
    @Override
    public double[] ofReals(double[] rewards) {
        int n = rewards.length;
        Checks.k(k, n);
        if (k == 1) {
            return rewards.clone();
        }
        double[] ascending = Arrays.stream(rewards).map(reward -> reward + 0.0).sorted().toArray();
        double[] slopes = new double[n];
        slopes[n - 1] = k;
        for (int j = n - 1; j >= k; j--) {
            slopes[j - 1] = slopes[j] * (j - k + 1) / j;
        }
        double[] gains = new double[n];
        for (int j = 1; j < n; j++) {
            gains[j] = gains[j - 1] + slopes[j] * (ascending[j] - ascending[j - 1]);
        }
        double[] advantages = new double[n];
        Arrays.setAll(advantages, i -> gains[Arrays.binarySearch(ascending, rewards[i] + 0.0)]);
        return advantages;
    }
}
