package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;

/**
 * What k rollouts drawn without replacement from a group would have achieved: unbiased for groups of fixed size, biased
 * for stopped ones.
 *
 * @see <a href="https://arxiv.org/abs/2107.03374">Evaluating Large Language Models Trained on Code</a>
 */
public final class PassAtK {

    private PassAtK() {}

    /**
     * The chance that at least one of k drawn rollouts succeeds, {@code 1 - C(n-K,k)/C(n,k)}.
     *
     * @param k in {@code 1..count.rollouts()}
     */
    public static double any(SuccessCount count, int k) {
        requireDrawable(count, k);
        return atLeastOne(count.rollouts(), count.successes(), k);
    }

    /**
     * The chance that all k drawn rollouts succeed, {@code C(K,k)/C(n,k)}: pass^k.
     *
     * @param k in {@code 1..count.rollouts()}
     */
    public static double all(SuccessCount count, int k) {
        requireDrawable(count, k);
        return none(count.rollouts(), count.rollouts() - count.successes(), k);
    }

    private static void requireDrawable(SuccessCount count, int k) {
        if (k < 1 || k > count.rollouts()) {
            throw new RewardsRefusedException(
                    K_OUT_OF_RANGE,
                    "k must be in 1..%d, the rollouts to draw from, got %d."
                            .formatted(count.rollouts(), k));
        }
    }

    /** The chance that k of n drawn miss all c marked ones, {@code C(n-c,k)/C(n,k)}; k in 0..n. */
    static double none(int n, int c, int k) {
        return k > n - c ? 0 : Math.exp(logNone(n, c, k));
    }

    /** One minus {@link #none}, without cancellation. */
    static double atLeastOne(int n, int c, int k) {
        if (c == 0 || k == 0) {
            return 0;
        }
        if (k > n - c) {
            return 1;
        }
        if (c == 1 || k == 1) {
            return (double) c * k / n;
        }
        return -Math.expm1(logNone(n, c, k));
    }

    /**
     * {@code C(n-c,k)/C(n,k)} is symmetric in c and k; the product over the smaller one has the fewest factors. Log-gamma
     * would lose half of the digits at n = 4096.
     */
    private static double logNone(int n, int c, int k) {
        int factors = Math.min(c, k);
        int larger = Math.max(c, k);
        double sum = 0;
        for (int j = 0; j < factors; j++) {
            sum += Math.log1p(-larger / (double) (n - j));
        }
        return sum;
    }
}
