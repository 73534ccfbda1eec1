package dev.svgym.reward.statistics;

import dev.svgym.reward.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap of a mean: the same seed gives the same interval on every machine.
 *
 * @param confidence how much of the resampled means the interval holds
 * @param repetitions resamples, at least 1
 * @param seed of {@link SplittableRandom} (SplitMix64)
 */
public record Bootstrap(Confidence confidence, int repetitions, long seed) {

    public Bootstrap {
        Arguments.require(
                repetitions >= 1, "A bootstrap needs at least one repetition", repetitions);
    }

    /**
     * The interval of the mean.
     *
     * @param values finite, at least one
     */
    public Interval ofMean(List<Double> values) {
        Arguments.require(!values.isEmpty(), "A bootstrap needs at least one value.");
        Arguments.requireFinite(values, "values");
        double[] given = values.stream().mapToDouble(Double::doubleValue).toArray();
        var random = new SplittableRandom(seed);
        double[] means = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            var sum = new Sum();
            for (int drawn = 0; drawn < given.length; drawn++) {
                sum.add(given[index(random.nextLong(), given.length)]);
            }
            means[i] = sum.mean(given.length);
        }
        Arrays.sort(means);
        BigDecimal all = BigDecimal.valueOf(repetitions);
        BigDecimal below = confidence.tail().multiply(all);
        int low = below.setScale(0, RoundingMode.FLOOR).intValueExact();
        int high = all.subtract(below).setScale(0, RoundingMode.CEILING).intValueExact() - 1;
        return new Interval(means[low], means[high]);
    }

    /** {@code floor((next >>> 11) * n / 2^53)} in exact integers. */
    private static int index(long next, int n) {
        return (int) Math.multiplyHigh(next >>> 11, (long) n << 11);
    }
}
