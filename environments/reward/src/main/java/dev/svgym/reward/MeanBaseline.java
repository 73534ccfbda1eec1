package dev.svgym.reward;

import java.util.List;

/** The reward less the mean of its group, its own reward included. */
public record MeanBaseline() implements RealEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "mean_baseline",
                    "r_i - mean",
                    "(1 - 1/N) times expected reward; w(p) = (N-1)/N",
                    "Any finite rewards; groups of fixed size. A group of one gets 0.",
                    "Dr. GRPO, arXiv:2503.20783",
                    List.of());

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        double n = count.rollouts();
        return BinaryAdvantages.of(count, (n - count.successes()) / n, -count.successes() / n);
    }

    @Override
    public double[] ofReals(double[] rewards) {
        return Moments.of(rewards).deviations();
    }
}
