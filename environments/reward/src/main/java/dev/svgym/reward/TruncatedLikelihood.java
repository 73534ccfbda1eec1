package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.T_OUT_OF_RANGE;

/**
 * The objective of MaxRL: the Taylor series of {@code log p} around 1, cut off at order T.
 *
 * @param t T, at least 1: 1 is expected reward up to a constant, infinity would be maximum likelihood
 * @see <a href="https://arxiv.org/abs/2602.02710">Maximum Likelihood Reinforcement Learning</a>
 */
public record TruncatedLikelihood(int t) {

    public TruncatedLikelihood {
        if (t < 1) {
            throw new RewardsRefusedException(
                    T_OUT_OF_RANGE, "T must be at least 1, got %d.".formatted(t));
        }
    }

    /**
     * {@code J_T(p) = - sum_{k<=T} (1-p)^k/k}, in [-H_T, 0].
     *
     * @param p chance of success, in [0, 1]
     */
    public double objective(double p) {
        requireChance(p);
        double log = Math.log1p(-p);
        var sum = new Sum();
        for (int k = 1; k <= t; k++) {
            double term = Math.exp(k * log) / k;
            sum.add(-term);
            if (term * (t - k) < 0x1p-60 * -sum.value()) {
                break; // what is left, at most this term for each further k, rounds away
            }
        }
        return sum.value();
    }

    /**
     * The derivative of {@link #objective}, {@code (1-(1-p)^T)/p}, in [1, T].
     *
     * @param p chance of success, in [0, 1]
     */
    public double weight(double p) {
        requireChance(p);
        return p == 0 ? t : -Math.expm1(t * Math.log1p(-p)) / p;
    }

    static void requireChance(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER, "p must be a chance in [0, 1], got " + p + ".");
        }
    }
}
