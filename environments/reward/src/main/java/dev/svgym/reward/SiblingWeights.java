package dev.svgym.reward;

import java.util.Arrays;

/**
 * {@code U_i = sum_{k<T} e_k({1-r_j}, j != i)/C(N-1,k)}: the average, over sets of up to T-1 siblings, of the product of
 * their shortfalls.
 *
 * <p>Leaving one out of N by division cancels; instead the others are put in, half of them for each half of the rollouts
 * and so on down, with nothing but sums of positive terms. Takes {@code O(N t log d)} for d different rewards, where t is T
 * or, if less, where the terms of the sum become negligible: some 60 for a mean reward of 1/2.
 */
final class SiblingWeights {

    /** Ascending. */
    private final double[] shortfalls;

    private final int order;
    private final double[] weights;

    private SiblingWeights(double[] shortfalls, int order) {
        this.shortfalls = shortfalls;
        this.order = order;
        this.weights = new double[shortfalls.length];
    }

    /**
     * One weight a reward, in [1, T].
     *
     * @param rewards in [0, 1], at least one
     * @param t T, in {@code 1..rewards.length}
     */
    static double[] of(double[] rewards, int t) {
        double[] shortfalls = Arrays.stream(rewards).map(reward -> 1 - reward).toArray();
        Arrays.sort(shortfalls);
        var sorted = new SiblingWeights(shortfalls, Math.min(t, relevantTerms(shortfalls)));
        double[] means = new double[sorted.order];
        means[0] = 1;
        sorted.leaveEachOut(0, rewards.length, means, 0);

        double[] weights = new double[rewards.length];
        Arrays.setAll(
                weights, i -> sorted.weights[Arrays.binarySearch(shortfalls, 1 - rewards[i])]);
        return weights;
    }

    /**
     * By Maclaurin's inequality term k is at most {@code s^k}, s being the mean shortfall of the siblings; with the first
     * term 1, what comes behind this many terms rounds away.
     */
    private static int relevantTerms(double[] shortfalls) {
        double mean = Arrays.stream(shortfalls).sum() / Math.max(1, shortfalls.length - 1);
        if (mean == 0) {
            return 1;
        }
        if (mean >= 1) {
            return shortfalls.length;
        }
        double terms = 1 + Math.ceil(Math.log(0x1p-60 * (1 - mean)) / Math.log(mean));
        return (int) Math.min(terms, shortfalls.length);
    }

    /**
     * @param means {@code means[k] = e_k/C(held,k)} over the {@code held} shortfalls outside {@code from..to-1}; overwritten
     */
    private void leaveEachOut(int from, int to, double[] means, int held) {
        if (shortfalls[from] == shortfalls[to - 1]) {
            for (int i = from + 1; i < to; i++) {
                include(shortfalls[i], means, held++);
            }
            var sum = new Sum();
            for (double mean : means) {
                sum.add(mean);
            }
            Arrays.fill(weights, from, to, sum.value());
            return;
        }
        int middle = (from + to) >>> 1;
        double[] forLower = means.clone();
        includeAll(middle, to, forLower, held);
        leaveEachOut(from, middle, forLower, held + to - middle);
        includeAll(from, middle, means, held);
        leaveEachOut(middle, to, means, held + middle - from);
    }

    private void includeAll(int from, int to, double[] means, int held) {
        for (int i = from; i < to; i++) {
            include(shortfalls[i], means, held + i - from);
        }
    }

    private void include(double shortfall, double[] means, int held) {
        for (int k = Math.min(order - 1, held + 1); k > 0; k--) {
            means[k] = ((held + 1 - k) * means[k] + k * shortfall * means[k - 1]) / (held + 1);
        }
    }
}
