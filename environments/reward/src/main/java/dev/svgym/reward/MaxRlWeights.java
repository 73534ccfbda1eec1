package dev.svgym.reward;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** {@code U_T(m)}, the factor of every unbiased estimator of J_T; tabulated for the group sizes that trainers use. */
final class MaxRlWeights {

    private static final int TABULATED = 64;

    /** One row per (n, t) with t <= n <= TABULATED, filled when first asked for; a row never changes. */
    private static final AtomicReferenceArray<double[]> ROWS =
            new AtomicReferenceArray<>(TABULATED * (TABULATED + 1) / 2);

    private MaxRlWeights() {}

    /**
     * {@code N/(m+1) (1 - C(N-1-m,T)/C(N,T))}.
     *
     * @param n N, at least 1
     * @param t in {@code 1..n}
     * @param m successes among the siblings, in {@code 0..n-1}
     */
    static double u(int n, int t, int m) {
        return n <= TABULATED ? row(n, t)[m] : compute(n, t, m);
    }

    private static double[] row(int n, int t) {
        int index = n * (n - 1) / 2 + t - 1;
        double[] row = ROWS.get(index);
        if (row == null) {
            row = new double[n];
            for (int m = 0; m < n; m++) {
                row[m] = compute(n, t, m);
            }
            ROWS.set(index, row);
        }
        return row;
    }

    private static double compute(int n, int t, int m) {
        return n * PassAtK.atLeastOne(n, m + 1, t) / (m + 1);
    }
}
