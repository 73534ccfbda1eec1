package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;

/**
 * What an estimator really optimises: its expected gradient on groups of N is {@code w_N(p)} times the gradient of the
 * chance of success, with {@code w_N(p) = E_{m ~ Bin(N-1,p)} [A(success | K = m+1) - A(failure | K = m)]}.
 *
 * @param rollouts N, at least 1
 */
public record EffectiveWeight(GroupEstimator estimator, int rollouts) {

    /** Terms below this share of the largest cannot change a sum of at most 2^31 of them. */
    private static final double NEGLIGIBLE = 0x1p-120;

    public EffectiveWeight {
        if (rollouts < 1) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER,
                    "A group needs at least one rollout, got N = %d.".formatted(rollouts));
        }
    }

    /**
     * The weight at one chance of success, exact for this N up to rounding. Takes some {@code sqrt(N)} evaluations.
     *
     * @param p chance of success, in [0, 1]
     */
    public double at(double p) {
        TruncatedLikelihood.requireChance(p);
        int siblings = rollouts - 1;
        if (p == 0 || p == 1) {
            return contrast(p == 0 ? 0 : siblings);
        }
        // Binomial weights relative to the one at the mode, by their ratios: no factorial, no
        // underflow that matters.
        int mode = (int) Math.min(siblings, Math.floor(rollouts * p));
        double odds = p / (1 - p);
        var weighted = new Sum();
        var total = new Sum();
        weighted.add(contrast(mode));
        total.add(1);
        double weight = 1;
        for (int m = mode + 1; m <= siblings && weight > NEGLIGIBLE; m++) {
            weight *= (siblings - m + 1) * odds / m;
            weighted.add(weight * contrast(m));
            total.add(weight);
        }
        weight = 1;
        for (int m = mode - 1; m >= 0 && weight > NEGLIGIBLE; m--) {
            weight *= (m + 1) / (odds * (siblings - m));
            weighted.add(weight * contrast(m));
            total.add(weight);
        }
        return weighted.value() / total.value();
    }

    /** What changes when one rollout, beside m successes among its siblings, succeeds instead of failing. */
    private double contrast(int m) {
        return estimator.advantages(new SuccessCount(m + 1, rollouts)).success()
                - estimator.advantages(new SuccessCount(m, rollouts)).failure();
    }

    /** REINFORCE, at every N: every task counts the same. */
    public static double ofExpectedReward(double p) {
        TruncatedLikelihood.requireChance(p);
        return 1;
    }

    /** GRPO as N grows, {@code 1/sqrt(p(1-p))}; infinite at 0 and 1. */
    public static double ofGrpo(double p) {
        TruncatedLikelihood.requireChance(p);
        return 1 / Math.sqrt(p * (1 - p));
    }

    /** Maximum likelihood, {@code 1/p}: MaxRL as T grows; infinite at 0. */
    public static double ofMaximumLikelihood(double p) {
        TruncatedLikelihood.requireChance(p);
        return 1 / p;
    }
}
