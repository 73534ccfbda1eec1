package dev.svgym.reward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Normalising all entries of a batch together. */
final class BatchStep {

    private BatchStep() {}

    /**
     * Advantages of groups whose valid entries are normalised together.
     *
     * @param within what is computed in each group first
     * @param step maps all entries of the batch to as many advantages
     */
    static List<Advantages> over(
            EstimatorDescription description,
            List<Group> batch,
            GroupEstimator within,
            UnaryOperator<double[]> step) {
        List<Counted> groups = new ArrayList<>();
        List<double[]> entries = new ArrayList<>();
        for (Group group : batch) {
            Checks.suits(within.suits(group.sampling()), description, group.sampling());
            Counted counted = group.counted();
            groups.add(counted);
            entries.add(within.advantages(counted.rewards()));
        }
        List<double[]> normalised = together(entries, step);
        List<Advantages> advantages = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Counted counted = groups.get(g);
            advantages.add(
                    counted.spread(normalised.get(g), counted.successes(), OptionalInt.empty()));
        }
        return advantages;
    }

    /** Applies a step to all arrays as if they were one. */
    static List<double[]> together(List<double[]> parts, UnaryOperator<double[]> step) {
        double[] all = parts.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] stepped = step.apply(all);
        List<double[]> cut = new ArrayList<>();
        int from = 0;
        for (double[] part : parts) {
            cut.add(Arrays.copyOfRange(stepped, from, from + part.length));
            from += part.length;
        }
        return cut;
    }

    /** {@code (x - mean)/(sd + eps)}; fewer than two entries, or all equal: 0. */
    static double[] whiten(double[] entries, int ddof, double eps) {
        return new Grpo(ddof, eps).advantages(entries);
    }

    /** {@code x/(sd + eps)}; fewer than two entries, or all equal: 0. */
    static double[] divide(double[] entries, int ddof, double eps) {
        double[] divided = new double[entries.length];
        if (entries.length < 2) {
            return divided;
        }
        var moments = Moments.of(entries);
        if (!moments.constant()) {
            double divisor = moments.standardDeviation(ddof) + eps;
            Arrays.setAll(divided, i -> entries[i] / divisor);
        }
        return divided;
    }
}
