package dev.svgym.networklogs.traffic;

import dev.svgym.environment.generation.RandomStream;
import java.util.Arrays;

/** A probability for each bin of a feature. Immutable. */
final class Histogram {

    /** Keeps every bin possible, so that no single value is proof. */
    private static final double FLOOR = 0.004;

    private final double[] probabilities;
    private final double[] cumulative;

    private Histogram(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        this.probabilities = new double[weights.length];
        this.cumulative = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            probabilities[i] = weights[i] / total;
            sum += probabilities[i];
            cumulative[i] = sum;
        }
        cumulative[weights.length - 1] = 1;
    }

    /** In proportion to the weights, none of which is 0. */
    static Histogram of(double... weights) {
        return new Histogram(weights.clone());
    }

    /**
     * A discretised normal density.
     *
     * @param centre in bins
     * @param spread standard deviation in bins
     */
    static Histogram around(double centre, double spread, int bins) {
        double[] weights = new double[bins];
        Arrays.setAll(
                weights,
                bin -> {
                    double z = (bin - centre) / spread;
                    return FLOOR + StrictMath.exp(-z * z / 2);
                });
        return new Histogram(weights);
    }

    double probability(int bin) {
        return probabilities[bin];
    }

    int draw(RandomStream random) {
        double u = random.unit();
        int bin = 0;
        while (u >= cumulative[bin]) {
            bin++;
        }
        return bin;
    }
}
