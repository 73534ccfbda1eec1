package dev.svgym.reward.statistics;

import dev.svgym.reward.Sum;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How evenly training went, by the norms of its gradients.
 *
 * @param mean of the norms
 * @param variance with N-1 below; empty for a single norm
 * @param coefficientOfVariation standard deviation by mean; empty where either is missing or the mean is 0
 * @param maxOverMedian the largest norm by the median one; empty where the median is 0
 */
public record Stability(
        double mean,
        OptionalDouble variance,
        OptionalDouble coefficientOfVariation,
        OptionalDouble maxOverMedian) {

    /**
     * Computes it.
     *
     * @param gradientNorms finite, at least 0, at least one
     */
    public static Stability of(List<Double> gradientNorms) {
        Arguments.require(!gradientNorms.isEmpty(), "Stability needs at least one gradient norm.");
        Arguments.requireFinite(gradientNorms, "gradient norms");
        double[] sorted =
                gradientNorms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Arguments.require(sorted[0] >= 0, "A gradient norm must not be negative", sorted[0]);
        int n = sorted.length;
        var sum = new Sum();
        gradientNorms.forEach(sum::add);
        double mean = sum.mean(n);
        var squares = new Sum();
        for (double norm : sorted) {
            squares.add((norm - mean) * (norm - mean));
        }
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        double variance = squares.value() / (n - 1);
        return new Stability(
                mean,
                n == 1 ? OptionalDouble.empty() : OptionalDouble.of(variance),
                n == 1 || mean == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Math.sqrt(variance) / mean),
                median == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[n - 1] / median));
    }
}
