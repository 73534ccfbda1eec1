package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.NON_BINARY_REWARD;

/** A group estimator of success counts: any reward other than 0 or 1 is refused. */
sealed interface BinaryEstimator extends GroupEstimator
        permits MaxRlConditional, MaxRlControlVariate, MaxRlU, Pkpo {

    @Override
    default double[] advantages(double[] rewards) {
        if (rewards.length == 0) {
            return rewards.clone();
        }
        int successes = Rewards.successesIfBinary(rewards);
        if (successes == Rewards.NOT_BINARY) {
            throw new RewardsRefusedException(
                    NON_BINARY_REWARD,
                    "%s needs rewards of 0 or 1, got %s; maxrl_partial takes rewards in [0, 1]."
                            .formatted(description().name(), Rewards.firstNotBinary(rewards)));
        }
        return advantages(new SuccessCount(successes, rewards.length)).spread(rewards);
    }
}
