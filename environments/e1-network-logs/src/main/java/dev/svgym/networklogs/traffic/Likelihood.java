package dev.svgym.networklogs.traffic;

import java.util.Arrays;
import java.util.List;

/**
 * The odds of flows under the two labels, exactly: sums over the activities of a label, products over flows, and for
 * each flow the mixture of activity and everyday traffic. Densities are taken relative to everyday traffic, so what lies
 * inside a bin cancels out.
 */
final class Likelihood {

    private static final int FEATURES = Feature.values().length;
    private static final int PAIRS = Twins.ALL.size();
    private static final int ACTIVITIES = 2 * PAIRS;

    /** By feature, then by bin, then by activity, malicious ones first: the density over that of everyday traffic. */
    private static final double[][][] RATIOS = ratios();

    /** Where a product is scaled: by a power of two, so that no bit of it changes. */
    private static final int SCALE_EXPONENT = 400;

    private static final double LARGE = 0x1p400;
    private static final double SMALL = 0x1p-400;
    private static final double LOG_OF_SCALE = SCALE_EXPONENT * StrictMath.log(2);

    /** Of each activity, as a product and a number of scalings. */
    private final double[] products = new double[ACTIVITIES];

    private final int[] scalings = new int[ACTIVITIES];

    private Likelihood() {
        Arrays.fill(products, 1);
    }

    /** The log odds of malicious against benign, before the prior. */
    static double evidence(List<Flow> flows, double share) {
        return evidence(flows, share, 0, FEATURES);
    }

    /** The same for somebody who sees one feature alone. */
    static double evidence(List<Flow> flows, double share, Feature feature) {
        return evidence(flows, share, feature.place(), feature.place() + 1);
    }

    private static double evidence(List<Flow> flows, double share, int from, int to) {
        var likelihood = new Likelihood();
        double[] ratio = new double[ACTIVITIES];
        for (Flow flow : flows) {
            Arrays.fill(ratio, 1);
            for (int feature = from; feature < to; feature++) {
                int bin = flow.bin(feature);
                if (bin >= 0) {
                    double[] row = RATIOS[feature][bin];
                    for (int a = 0; a < ACTIVITIES; a++) {
                        ratio[a] *= row[a];
                    }
                }
            }
            for (int a = 0; a < ACTIVITIES; a++) {
                likelihood.multiply(a, (1 - share) + share * ratio[a]);
            }
        }
        return likelihood.logSum(0) - likelihood.logSum(PAIRS);
    }

    private void multiply(int activity, double factor) {
        double product = products[activity] * factor;
        if (product > LARGE) {
            product *= SMALL;
            scalings[activity]++;
        } else if (product < SMALL) {
            product *= LARGE;
            scalings[activity]--;
        }
        products[activity] = product;
    }

    /** log of the sum over one label's activities. */
    private double logSum(int from) {
        int most = scalings[from];
        for (int a = from; a < from + PAIRS; a++) {
            most = Math.max(most, scalings[a]);
        }
        double sum = 0;
        for (int a = from; a < from + PAIRS; a++) {
            // What is smaller by two scalings or more is below the last bit of any sum.
            sum +=
                    switch (most - scalings[a]) {
                        case 0 -> products[a];
                        case 1 -> products[a] * SMALL;
                        default -> 0;
                    };
        }
        return StrictMath.log(sum) + most * LOG_OF_SCALE;
    }

    private static double[][][] ratios() {
        double[][][] ratios = new double[FEATURES][][];
        for (Feature feature : Feature.values()) {
            Histogram everyday = Twins.EVERYDAY.density(feature);
            double[][] rows = new double[feature.bins()][ACTIVITIES];
            for (int bin = 0; bin < rows.length; bin++) {
                for (int pair = 0; pair < PAIRS; pair++) {
                    Twins twins = Twins.ALL.get(pair);
                    rows[bin][pair] =
                            twins.malicious().density(feature).probability(bin)
                                    / everyday.probability(bin);
                    rows[bin][PAIRS + pair] =
                            twins.benign().density(feature).probability(bin)
                                    / everyday.probability(bin);
                }
            }
            ratios[feature.place()] = rows;
        }
        return ratios;
    }
}
