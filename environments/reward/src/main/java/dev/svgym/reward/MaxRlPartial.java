package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.REWARD_OUT_OF_UNIT_INTERVAL;

import java.util.List;
import java.util.OptionalInt;

/**
 * MaxRL for rewards between 0 and 1, unbiased for J_T of the expected reward.
 *
 * @param t T, at least 1; empty for T = N
 */
public record MaxRlPartial(OptionalInt t, Baseline baseline) implements RealEstimator {

    static final EstimatorParameter BASELINE =
            EstimatorParameter.choice(
                    "baseline",
                    Baseline.LOO,
                    EstimatorParameters.words(Baseline.class),
                    "What is taken off; it changes the noise and never the target.");

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "maxrl_partial",
                    "U_i (r_i - b_i) with U_i = sum_{k<T} e_k({1-r_j}, j != i)/C(N-1,k) and b_i the mean of the siblings' rewards (loo) or 0 (none)",
                    "J_T of p = E[r], exactly; w(p) = (1-(1-p)^T)/p",
                    "Rewards in [0, 1]; groups of fixed size. On rewards 0 and 1 it is maxrl_u.",
                    "unbiased estimators of the objective of MaxRL, arXiv:2602.02710",
                    List.of(Checks.T, BASELINE));

    public MaxRlPartial {
        Checks.t(t);
    }

    static MaxRlPartial from(EstimatorParameters parameters) {
        return new MaxRlPartial(
                parameters.integer("T"), parameters.givenChoice("baseline", Baseline.class));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public OptionalInt effectiveT(int valid) {
        return OptionalInt.of(Math.min(t.orElse(valid), valid));
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        return new MaxRlU(t, binary(baseline), 0, 0).advantages(count);
    }

    private static MaxRlU.Baseline binary(Baseline baseline) {
        return switch (baseline) {
            case NONE -> MaxRlU.Baseline.NONE;
            case LOO -> MaxRlU.Baseline.LOO;
        };
    }

    @Override
    public double[] ofReals(double[] rewards) {
        for (double reward : rewards) {
            if (!(reward >= 0 && reward <= 1)) {
                throw new RewardsRefusedException(
                        REWARD_OUT_OF_UNIT_INTERVAL,
                        "maxrl_partial needs rewards in [0, 1], got %s; maxrl_range takes a declared range."
                                .formatted(reward));
            }
        }
        double[] advantages =
                switch (baseline) {
                    case NONE -> rewards.clone();
                    case LOO -> Rloo.lessSiblings(rewards);
                };
        double[] weights =
                SiblingWeights.of(rewards, Math.min(t.orElse(rewards.length), rewards.length));
        for (int i = 0; i < advantages.length; i++) {
            advantages[i] *= weights[i];
        }
        return advantages;
    }

    /** What is taken off the reward. */
    public enum Baseline {
        /** Nothing. */
        NONE,
        /** The mean of the siblings' rewards; for a group of one, nothing. */
        LOO
    }
}
