package dev.svgym.reward;

import java.util.List;

/** The reward itself as the advantage. */
public record Reinforce() implements RealEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "reinforce",
                    "r_i",
                    "expected reward E[r]; w(p) = 1, T = 1",
                    "Any finite rewards; groups of fixed size.",
                    "Williams 1992, doi:10.1007/BF00992696",
                    List.of());

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        return BinaryAdvantages.of(count, 1, 0);
    }

    @Override
    public double[] ofReals(double[] rewards) {
        return rewards.clone();
    }
}
