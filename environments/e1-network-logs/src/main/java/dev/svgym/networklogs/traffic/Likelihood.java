package dev.svgym.networklogs.traffic;

import java.util.List;

/**
 * The odds of flows under the two labels, exactly: sums over the activities of a label, products over flows, and for
 * each flow the mixture of activity and everyday traffic. Densities are taken relative to everyday traffic, so what lies
 * inside a bin cancels out.
 */
final class Likelihood {

    private static final int FEATURES = Feature.values().length;
    private static final int PAIRS = Twins.ALL.size();

    /** By activity, malicious ones first; then by feature; then by bin: the density over that of everyday traffic. */
    private static final double[][][] RATIOS = ratios();

    /** Products leave this range only by way of the logarithm. */
    private static final double LARGE = 0x1p400;

    private Likelihood() {}

    /** The log odds of malicious against benign, before the prior. */
    static double evidence(List<Flow> flows, double share) {
        double[] logs = new double[2 * PAIRS];
        for (int a = 0; a < logs.length; a++) {
            double[][] ratios = RATIOS[a];
            double log = 0;
            double product = 1;
            for (Flow flow : flows) {
                double ratio = 1;
                for (int f = 0; f < FEATURES; f++) {
                    int bin = flow.bin(f);
                    if (bin >= 0) {
                        ratio *= ratios[f][bin];
                    }
                }
                product *= (1 - share) + share * ratio;
                if (!(product < LARGE && product > 1 / LARGE)) {
                    log += StrictMath.log(product);
                    product = 1;
                }
            }
            logs[a] = log + StrictMath.log(product);
        }
        return logSum(logs, 0) - logSum(logs, PAIRS);
    }

    /** The same for somebody who sees one feature alone. */
    static double evidence(List<Flow> flows, double share, Feature feature) {
        double[] logs = new double[2 * PAIRS];
        int f = feature.place();
        for (int a = 0; a < logs.length; a++) {
            double[] ratios = RATIOS[a][f];
            double product = 1;
            for (Flow flow : flows) {
                int bin = flow.bin(f);
                if (bin >= 0) {
                    // At most 50 factors, none beyond the ratio of two densities with a floor: no
                    // overflow.
                    product *= (1 - share) + share * ratios[bin];
                }
            }
            logs[a] = StrictMath.log(product);
        }
        return logSum(logs, 0) - logSum(logs, PAIRS);
    }

    /** log of the sum of the exponentials of one label's activities. */
    private static double logSum(double[] logs, int from) {
        double most = logs[from];
        for (int a = from; a < from + PAIRS; a++) {
            most = Math.max(most, logs[a]);
        }
        double sum = 0;
        for (int a = from; a < from + PAIRS; a++) {
            sum += StrictMath.exp(logs[a] - most);
        }
        return most + StrictMath.log(sum);
    }

    private static double[][][] ratios() {
        double[][][] ratios = new double[2 * PAIRS][FEATURES][];
        for (int a = 0; a < ratios.length; a++) {
            Activity activity =
                    a < PAIRS ? Twins.ALL.get(a).malicious() : Twins.ALL.get(a - PAIRS).benign();
            for (Feature feature : Feature.values()) {
                double[] row = new double[feature.bins()];
                for (int bin = 0; bin < row.length; bin++) {
                    row[bin] =
                            activity.density(feature).probability(bin)
                                    / Twins.EVERYDAY.density(feature).probability(bin);
                }
                ratios[a][feature.place()] = row;
            }
        }
        return ratios;
    }
}
