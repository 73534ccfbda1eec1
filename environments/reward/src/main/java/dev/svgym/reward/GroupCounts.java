package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.NON_FINITE_REWARD;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What happened in one group, counted.
 *
 * @param total rollouts
 * @param valid rollouts with a reward
 * @param successes valid rollouts whose reward reaches the threshold
 * @param mean of the rewards there are; empty where there is none
 */
public record GroupCounts(int total, int valid, int successes, OptionalDouble mean) {

    /**
     * Counts a group.
     *
     * @param rewards one a rollout, finite; empty where a rollout has none
     * @param threshold least reward that counts as success
     */
    public static GroupCounts of(List<OptionalDouble> rewards, double threshold) {
        if (!Double.isFinite(threshold)) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER, "The threshold must be finite, got " + threshold + ".");
        }
        int valid = 0;
        int successes = 0;
        var sum = new Sum();
        for (OptionalDouble reward : rewards) {
            if (reward.isPresent()) {
                double value = reward.getAsDouble();
                if (!Double.isFinite(value)) {
                    throw new RewardsRefusedException(
                            NON_FINITE_REWARD, "Every reward must be finite, got " + value + ".");
                }
                valid++;
                successes += value >= threshold ? 1 : 0;
                sum.add(value);
            }
        }
        return new GroupCounts(
                rewards.size(),
                valid,
                successes,
                valid == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.mean(valid)));
    }

    /** Rollouts without a reward. */
    public int invalid() {
        return total - valid;
    }

    /** Valid rollouts below the threshold. */
    public int failures() {
        return valid - successes;
    }

    /** Whether the group has successes and failures: the only groups that carry a contrast. */
    public boolean informative() {
        return successes > 0 && successes < valid;
    }

    /** Whether there are valid rollouts and none succeeded. */
    public boolean allFail() {
        return valid > 0 && successes == 0;
    }

    /** Whether there are valid rollouts and all succeeded. */
    public boolean allPass() {
        return valid > 0 && successes == valid;
    }

    /** K of N. */
    public SuccessCount count() {
        return new SuccessCount(successes, valid);
    }
}
