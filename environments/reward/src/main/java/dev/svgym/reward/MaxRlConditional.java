package dev.svgym.reward;

import java.util.List;

/** The average score of the successes. */
public record MaxRlConditional() implements BinaryEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "maxrl_conditional",
                    "N r_i/K; K = 0: 0",
                    "J_T with T = N; w(p) = (1-(1-p)^N)/p. For stopped groups T is their cap",
                    "Rewards 0 or 1. The one estimator that keeps its target when groups stop early.",
                    "MaxRL, arXiv:2602.02710",
                    List.of());

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean suits(Sampling sampling) {
        return true;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        return BinaryAdvantages.of(count, count.rollouts() / (double) count.successes(), 0);
    }
}
