package dev.svgym.reward;

import java.util.List;

/** The reward less the mean of its siblings. */
public record Rloo() implements RealEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "rloo",
                    "r_i - mean of the siblings' rewards; N = 1: r_i",
                    "expected reward E[r]; w(p) = 1, T = 1",
                    "Any finite rewards; groups of fixed size.",
                    "RLOO, arXiv:2402.14740",
                    List.of());

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        int siblings = count.rollouts() - 1;
        if (siblings == 0) {
            return BinaryAdvantages.of(count, 1, 0);
        }
        return BinaryAdvantages.of(
                count,
                (count.rollouts() - count.successes()) / (double) siblings,
                -count.successes() / (double) siblings);
    }

    @Override
    public double[] ofReals(double[] rewards) {
        return lessSiblings(rewards);
    }

    /** {@code r_i - (S - r_i)/(N-1) = (r_i - mean) N/(N-1)}; a single reward as it is. */
    static double[] lessSiblings(double[] rewards) {
        if (rewards.length == 1) {
            return rewards.clone();
        }
        double[] differences = Moments.of(rewards).deviations();
        for (int i = 0; i < differences.length; i++) {
            differences[i] = differences[i] * rewards.length / (rewards.length - 1);
        }
        return differences;
    }
}
