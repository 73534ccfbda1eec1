package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What adding the parts up before normalising them would lose in one group: rollouts that differ in their parts but not
 * in their weighted sum get the same advantage from any estimator of the sum.
 *
 * @param rollouts rollouts with any part
 * @param mixtures different rows of parts among them
 * @param sums different weighted sums among them; a missing part adds 0
 * @param differing pairs of rollouts with different rows
 * @param collapsed those of them with the same sum
 * @see <a href="https://arxiv.org/abs/2601.05242">GDPO</a>
 */
public record ScalarSumCollapse(
        int rollouts, int mixtures, int sums, long differing, long collapsed) {

    /** Sums closer than this, relative to the largest sum of absolute terms, are the same up to rounding. */
    private static final double ROUNDING = 0x1p-44;

    /**
     * Counts what collapses.
     *
     * @param weights one a part, at least 0
     */
    public static ScalarSumCollapse of(PartsGroup group, List<Double> weights) {
        if (!group.rollouts().isEmpty() && weights.size() != group.parts()) {
            throw new RewardsRefusedException(
                    RAGGED_PARTS,
                    "One weight a part is needed, got %d for %d parts."
                            .formatted(weights.size(), group.parts()));
        }
        weights.forEach(Checks::weight);
        List<List<OptionalDouble>> rows =
                group.rollouts().stream()
                        .filter(row -> row.stream().anyMatch(OptionalDouble::isPresent))
                        .toList();
        double[] sums = new double[rows.size()];
        double magnitude = 0;
        Map<List<OptionalDouble>, Integer> alike = new HashMap<>();
        for (int i = 0; i < sums.length; i++) {
            double absolute = 0;
            for (int j = 0; j < weights.size(); j++) {
                double term = weights.get(j) * rows.get(i).get(j).orElse(0);
                sums[i] += term;
                absolute += Math.abs(term);
            }
            magnitude = Math.max(magnitude, absolute);
            alike.merge(
                    rows.get(i).stream().map(ScalarSumCollapse::plainZero).toList(),
                    1,
                    Integer::sum);
        }
        long samePairs = alike.values().stream().mapToLong(ScalarSumCollapse::pairs).sum();
        Arrays.sort(sums);
        int clusters = 0;
        long sameSum = 0;
        int start = 0;
        for (int i = 1; i <= sums.length; i++) {
            if (i == sums.length || sums[i] - sums[i - 1] > ROUNDING * magnitude) {
                clusters++;
                sameSum += pairs(i - start);
                start = i;
            }
        }
        return new ScalarSumCollapse(
                rows.size(),
                alike.size(),
                clusters,
                pairs(rows.size()) - samePairs,
                sameSum - samePairs);
    }

    private static OptionalDouble plainZero(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() + 0.0) : value;
    }

    private static long pairs(long items) {
        return items * (items - 1) / 2;
    }

    /** The share of pairs with different parts that the sum cannot tell apart, in [0, 1]; 0 where there is no such pair. */
    public double share() {
        return differing == 0 ? 0 : collapsed / (double) differing;
    }
}
