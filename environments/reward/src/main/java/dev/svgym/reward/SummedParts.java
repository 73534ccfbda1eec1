package dev.svgym.reward;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The parts of one group, added up.
 *
 * @param counted the sums of the rollouts with any part
 * @param magnitude largest sum of absolute terms
 */
record SummedParts(Counted counted, double magnitude, OptionalInt effectiveT) {

    static SummedParts of(
            PartsGroup group, double[] sums, double[] magnitudes, OptionalInt effectiveT) {
        int[] valid = new int[sums.length];
        double[] kept = new double[sums.length];
        double magnitude = 0;
        int size = 0;
        for (int i = 0; i < sums.length; i++) {
            if (group.isValid(i)) {
                valid[size] = i;
                kept[size++] = sums[i];
                magnitude = Math.max(magnitude, magnitudes[i]);
            }
        }
        var counted =
                new Counted(sums.length, Arrays.copyOf(valid, size), Arrays.copyOf(kept, size));
        return new SummedParts(counted, magnitude, effectiveT);
    }

    Advantages spread(double[] advantages) {
        return counted.spread(advantages, OptionalInt.empty(), effectiveT);
    }
}
