package dev.svgym.reward;

/**
 * The declared range of a reward: what allows rewards outside [0, 1] to be mapped into it.
 *
 * @param min finite, less than {@code max}
 * @param max finite
 */
public record RewardRange(double min, double max) {

    /** Rewards in [0, 1]. */
    public static final RewardRange UNIT = new RewardRange(0, 1);

    public RewardRange {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
            throw new IllegalArgumentException(
                    "need finite min < max, got %s and %s".formatted(min, max));
        }
    }

    /** Whether a reward lies in this range, ends included. */
    public boolean contains(double reward) {
        return reward >= min && reward <= max;
    }
}
