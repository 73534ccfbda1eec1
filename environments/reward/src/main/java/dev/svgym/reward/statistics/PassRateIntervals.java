package dev.svgym.reward.statistics;

import dev.svgym.reward.SuccessCount;

/** Intervals for the chance of success behind a success count of independent rollouts at least one of which was valid. */
public final class PassRateIntervals {

    private PassRateIntervals() {}

    /**
     * Wilson's score interval.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    public static Interval wilson(SuccessCount count, Confidence confidence) {
        requireRollouts(count);
        double n = count.rollouts();
        double k = count.successes();
        double z = Normal.twoSidedQuantile(confidence.outside());
        double square = z * z;
        double root = z * Math.sqrt(k * (n - k) / n + square / 4);
        // As quotients, (middle^2 - root^2)/(middle + root), so that ends near 0 and 1 do not
        // cancel.
        double low = k * k / n / (k + square / 2 + root);
        double misses = n - k;
        double highMiss = misses * misses / n / (misses + square / 2 + root);
        return new Interval(low, 1 - highMiss);
    }

    /**
     * The central credible interval of a Beta prior updated by the count; its low end is 0 without a success, its high end
     * 1 without a failure.
     *
     * @param priorA prior successes, above 0
     * @param priorB prior failures, above 0
     */
    public static Interval beta(
            SuccessCount count, Confidence confidence, double priorA, double priorB) {
        requireRollouts(count);
        Arguments.require(
                priorA > 0 && priorB > 0 && Double.isFinite(priorA) && Double.isFinite(priorB),
                "The prior needs positive finite numbers",
                priorA + " and " + priorB);
        int k = count.successes();
        int misses = count.rollouts() - k;
        double tail = confidence.tail().doubleValue();
        return new Interval(
                k == 0 ? 0 : BetaDistribution.quantile(tail, k + priorA, misses + priorB),
                misses == 0 ? 1 : 1 - BetaDistribution.quantile(tail, misses + priorB, k + priorA));
    }

    /**
     * The exact interval: never holds less often than it says.
     *
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson 1934</a>
     */
    public static Interval clopperPearson(SuccessCount count, Confidence confidence) {
        requireRollouts(count);
        int k = count.successes();
        int misses = count.rollouts() - k;
        double tail = confidence.tail().doubleValue();
        return new Interval(
                k == 0 ? 0 : BetaDistribution.quantile(tail, k, misses + 1),
                misses == 0 ? 1 : 1 - BetaDistribution.quantile(tail, misses, k + 1));
    }

    /**
     * The greatest chance of success that is compatible with none in n rollouts, {@code 1 - (1-confidence)^(1/n)}.
     *
     * @param rollouts n, at least 1
     */
    public static double zeroSuccessUpper(int rollouts, Confidence confidence) {
        requireRollouts(new SuccessCount(0, Math.max(0, rollouts)));
        return -Math.expm1(Math.log(confidence.outside()) / rollouts);
    }

    private static void requireRollouts(SuccessCount count) {
        Arguments.require(count.rollouts() > 0, "An interval needs at least one valid rollout.");
    }
}
