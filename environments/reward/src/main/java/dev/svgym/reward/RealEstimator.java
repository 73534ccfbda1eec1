package dev.svgym.reward;

/** A group estimator that takes rewards other than 0 and 1; groups of 0 and 1 have the short way. */
sealed interface RealEstimator extends GroupEstimator
        permits Reinforce,
                MeanBaseline,
                Rloo,
                Grpo,
                MaxRlZeroed,
                MaxRlPartial,
                MaxRlRange,
                PkpoMax {

    /**
     * The advantages of rewards that are not all 0 or 1.
     *
     * @param rewards finite, at least one
     */
    double[] ofReals(double[] rewards);

    @Override
    default double[] advantages(double[] rewards) {
        if (rewards.length == 0) {
            return rewards.clone();
        }
        int successes = Rewards.successesIfBinary(rewards);
        return successes == Rewards.NOT_BINARY
                ? Rewards.requireFinite(ofReals(rewards))
                : advantages(new SuccessCount(successes, rewards.length)).spread(rewards);
    }
}
