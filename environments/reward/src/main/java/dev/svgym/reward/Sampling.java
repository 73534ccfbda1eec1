package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;

import java.util.OptionalInt;

/** How a group came to its size: whether the number of rollouts depended on their rewards. */
public sealed interface Sampling {

    /** The size was fixed before the first reward was seen. */
    Sampling FIXED_N = new FixedN();

    /** Rollouts were begun until enough of them had succeeded, at most {@code cap}. */
    static Sampling stopped(int cap) {
        return new Stopped(cap, OptionalInt.empty());
    }

    /** The size was fixed before the first reward was seen. */
    record FixedN() implements Sampling {

        @Override
        public String toString() {
            return "FIXED_N";
        }
    }

    /**
     * Rollouts were begun until enough of them had succeeded.
     *
     * @param cap most rollouts of the group, at least 1: the T of what is estimated
     * @param stopAfterSuccesses the success, in index order, at which the group ends; rollouts behind it are discarded,
     *     because which of them finished may depend on their rewards. Empty: every rollout given counts
     */
    record Stopped(int cap, OptionalInt stopAfterSuccesses) implements Sampling {

        public Stopped {
            if (cap < 1 || stopAfterSuccesses.orElse(1) < 1) {
                throw new RewardsRefusedException(
                        BAD_PARAMETER,
                        "A stopped group needs a cap and a number of successes of at least 1, got %d and %s."
                                .formatted(
                                        cap,
                                        stopAfterSuccesses.isPresent()
                                                ? stopAfterSuccesses.getAsInt()
                                                : "none"));
            }
        }

        @Override
        public String toString() {
            return "STOPPED(%d)".formatted(cap);
        }
    }
}
