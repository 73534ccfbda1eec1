package dev.svgym.reward;

import java.util.List;
import java.util.OptionalInt;

/** An estimator that looks at one group at a time. */
public sealed interface GroupEstimator extends ScalarEstimator
        permits BinaryEstimator, RealEstimator {

    /**
     * The advantages of a group that has no invalid rollouts and was sampled at a fixed size: the fast path.
     *
     * @param rewards finite; left as they are
     * @return a new array, one advantage a reward
     * @throws RewardsRefusedException where the rewards do not suit the estimator
     */
    double[] advantages(double[] rewards);

    /**
     * The two advantages of a group of rewards 0 and 1.
     *
     * @param count at least one rollout
     */
    BinaryAdvantages advantages(SuccessCount count);

    /** T after capping for a group of so many valid rollouts; empty for an estimator without T. */
    default OptionalInt effectiveT(int valid) {
        return OptionalInt.empty();
    }

    /** Whether the estimator keeps its target when groups are sampled this way. */
    default boolean suits(Sampling sampling) {
        return sampling instanceof Sampling.FixedN;
    }

    /**
     * The advantages of one group.
     *
     * @throws RewardsRefusedException where the rewards or their sampling do not suit the estimator
     */
    default Advantages advantages(Group group) {
        Checks.suits(suits(group.sampling()), description(), group.sampling());
        Counted counted = group.counted();
        return counted.spread(
                advantages(counted.rewards()), counted.successes(), effectiveT(counted.size()));
    }

    @Override
    default List<Advantages> advantages(List<Group> batch) {
        return batch.stream().map(this::advantages).toList();
    }
}
