package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;

/**
 * The successes among the rollouts of one group: the sufficient statistic of MaxRL's estimator.
 *
 * @param successes rollouts with binary reward 1, in {@code 0..rollouts}
 * @param rollouts valid rollouts of the group; 0 where every one was lost
 * @see <a href="https://arxiv.org/abs/2602.02710">Maximum Likelihood Reinforcement Learning</a>
 */
public record SuccessCount(int successes, int rollouts) {

    public SuccessCount {
        if (successes < 0 || successes > rollouts) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER,
                    "A success count needs 0 <= successes <= rollouts, got %d of %d."
                            .formatted(successes, rollouts));
        }
    }
}
