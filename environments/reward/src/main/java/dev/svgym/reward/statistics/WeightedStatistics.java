package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.NEGATIVE_WEIGHT;
import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;

import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.Sum;
import java.util.List;

/**
 * Mean and spread of weighted values.
 *
 * @param weightSum above 0
 * @param mean {@code sum w x / sum w}
 * @param variance {@code sum w (x - mean)^2 / sum w}: that of the values themselves, not an estimate for more of them
 * @param effectiveSampleSize {@code (sum w)^2 / sum w^2}: as many equal weights would say as much
 */
public record WeightedStatistics(
        double weightSum, double mean, double variance, double effectiveSampleSize) {

    /**
     * Computes them.
     *
     * @param values finite
     * @param weights as many, finite, at least 0, not all 0
     */
    public static WeightedStatistics of(List<Double> values, List<Double> weights) {
        if (values.size() != weights.size()) {
            throw new RewardsRefusedException(
                    RAGGED_PARTS,
                    "One weight a value is needed, got %d for %d."
                            .formatted(weights.size(), values.size()));
        }
        Arguments.requireFinite(values, "values");
        Arguments.requireFinite(weights, "weights");
        var sum = new Sum();
        var squares = new Sum();
        var products = new Sum();
        for (int i = 0; i < values.size(); i++) {
            double weight = weights.get(i);
            if (weight < 0) {
                throw new RewardsRefusedException(
                        NEGATIVE_WEIGHT, "A weight must be at least 0, got %s.".formatted(weight));
            }
            sum.add(weight);
            squares.add(weight * weight);
            products.add(weight * values.get(i));
        }
        double weightSum = sum.value();
        Arguments.require(weightSum > 0, "At least one weight must be above 0.");
        double mean = products.value() / weightSum;
        var deviations = new Sum();
        for (int i = 0; i < values.size(); i++) {
            double deviation = values.get(i) - mean;
            deviations.add(weights.get(i) * deviation * deviation);
        }
        return new WeightedStatistics(
                weightSum,
                mean,
                deviations.value() / weightSum,
                weightSum * weightSum / squares.value());
    }
}
