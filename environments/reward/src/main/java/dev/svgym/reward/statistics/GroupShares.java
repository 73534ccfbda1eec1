package dev.svgym.reward.statistics;

import dev.svgym.reward.SuccessCount;
import java.util.List;

/**
 * How many groups of a run said nothing about the contrast of success and failure.
 *
 * @param groups with at least one valid rollout
 * @param allFail of them, those with K = 0
 * @param allPass of them, those with K = N
 */
public record GroupShares(int groups, int allFail, int allPass) {

    /** Counts groups; those without a valid rollout are left out. */
    public static GroupShares of(List<SuccessCount> counts) {
        int groups = 0;
        int allFail = 0;
        int allPass = 0;
        for (SuccessCount count : counts) {
            if (count.rollouts() > 0) {
                groups++;
                allFail += count.successes() == 0 ? 1 : 0;
                allPass += count.successes() == count.rollouts() ? 1 : 0;
            }
        }
        return new GroupShares(groups, allFail, allPass);
    }

    /** The share of groups with K = 0, in [0, 1]; 0 where there are no groups. */
    public double allFailShare() {
        return groups == 0 ? 0 : allFail / (double) groups;
    }

    /** The share of groups with K = N, in [0, 1]; 0 where there are no groups. */
    public double allPassShare() {
        return groups == 0 ? 0 : allPass / (double) groups;
    }
}
