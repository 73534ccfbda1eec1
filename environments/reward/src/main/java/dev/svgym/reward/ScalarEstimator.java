package dev.svgym.reward;

import java.util.List;

/** An estimator for one reward a rollout. */
public sealed interface ScalarEstimator extends Estimator
        permits GroupEstimator, ReinforcePp, ReinforcePpBaseline {

    /**
     * The advantages of each group, in the order of the batch. Only a few estimators let groups of one batch influence
     * each other; most are {@link GroupEstimator}s.
     *
     * @throws RewardsRefusedException where the rewards or their sampling do not suit the estimator
     */
    List<Advantages> advantages(List<Group> batch);
}
