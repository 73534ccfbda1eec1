package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.K_OUT_OF_RANGE;
import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;

import dev.svgym.reward.RewardsRefusedException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many times fewer attempts one model needs than another for the same pass@k.
 *
 * @param ks ascending, at least 1, at least one
 * @param base pass@k of the model to compare with, one a k
 * @param better pass@k of the other model, one a k
 */
public record TestTimeEfficiency(List<Integer> ks, List<Double> base, List<Double> better) {

    public TestTimeEfficiency {
        ks = List.copyOf(ks);
        base = List.copyOf(base);
        better = List.copyOf(better);
        if (base.size() != ks.size() || better.size() != ks.size()) {
            throw new RewardsRefusedException(
                    RAGGED_PARTS,
                    "One pass@k a k is needed, got %d and %d for %d."
                            .formatted(base.size(), better.size(), ks.size()));
        }
        Arguments.require(!ks.isEmpty() && ks.getFirst() >= 1, "The ks start at 1 or above", ks);
        for (int i = 1; i < ks.size(); i++) {
            Arguments.require(ks.get(i - 1) < ks.get(i), "The ks must ascend", ks);
        }
        Arguments.requireFinite(base, "values");
        Arguments.requireFinite(better, "values");
    }

    /**
     * {@code kRef/k*}, where {@code better} at {@code k*} equals {@code base} at {@code kRef}, linear in log k between
     * the ks; {@code k*} is the first k where the better model is already there. Empty where it never gets there.
     *
     * @param kRef between the first and the last k
     */
    public OptionalDouble ratio(int kRef) {
        double target = baseAt(kRef);
        if (better.getFirst() >= target) {
            return OptionalDouble.of(kRef / (double) ks.getFirst());
        }
        for (int i = 1; i < ks.size(); i++) {
            if (better.get(i) >= target) {
                double before = better.get(i - 1);
                double share = (target - before) / (better.get(i) - before);
                double k = ks.get(i - 1) * Math.exp(share * logStep(i));
                return OptionalDouble.of(kRef / k);
            }
        }
        return OptionalDouble.empty();
    }

    private double baseAt(int kRef) {
        for (int i = 0; i < ks.size(); i++) {
            if (ks.get(i) == kRef) {
                return base.get(i);
            }
            if (i > 0 && ks.get(i - 1) < kRef && kRef < ks.get(i)) {
                double share = Math.log(kRef / (double) ks.get(i - 1)) / logStep(i);
                return base.get(i - 1) + share * (base.get(i) - base.get(i - 1));
            }
        }
        throw new RewardsRefusedException(
                K_OUT_OF_RANGE,
                "The k to compare at must be in %d..%d, got %d."
                        .formatted(ks.getFirst(), ks.getLast(), kRef));
    }

    private double logStep(int i) {
        return Math.log(ks.get(i) / (double) ks.get(i - 1));
    }
}
