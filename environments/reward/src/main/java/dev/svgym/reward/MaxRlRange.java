package dev.svgym.reward;

import static dev.svgym.reward.RewardsRefusedException.Code.BAD_PARAMETER;
import static dev.svgym.reward.RewardsRefusedException.Code.REWARD_OUT_OF_UNIT_INTERVAL;

import dev.svgym.reward.EstimatorParameter.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * MaxRL for rewards of a declared range, mapped to [0, 1].
 *
 * @param partial what the mapped rewards go to
 */
public record MaxRlRange(RewardRange range, MaxRlPartial partial) implements RealEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "maxrl_range",
                    "maxrl_partial of (r_i - lo)/(hi - lo)",
                    "J_T of p = (E[r] - lo)/(hi - lo), exactly",
                    "Rewards in the declared [lo, hi]; groups of fixed size. Under invalid_policy fail a lost rollout has reward 0 before it is mapped.",
                    "unbiased estimators of the objective of MaxRL, arXiv:2602.02710",
                    List.of(
                            EstimatorParameter.required(
                                    "lo", Kind.NUMBER, "The least reward of the environment."),
                            EstimatorParameter.required(
                                    "hi", Kind.NUMBER, "The greatest reward, above lo."),
                            Checks.T,
                            MaxRlPartial.BASELINE));

    static MaxRlRange from(EstimatorParameters parameters) {
        double lo = parameters.givenNumber("lo");
        double hi = parameters.givenNumber("hi");
        if (lo >= hi || !Double.isFinite(hi - lo)) {
            throw new RewardsRefusedException(
                    BAD_PARAMETER,
                    "maxrl_range needs lo < hi with a finite distance, got %s and %s."
                            .formatted(lo, hi));
        }
        return new MaxRlRange(new RewardRange(lo, hi), MaxRlPartial.from(parameters));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public OptionalInt effectiveT(int valid) {
        return partial.effectiveT(valid);
    }

    @Override
    public double[] ofReals(double[] rewards) {
        return partial.advantages(Arrays.stream(rewards).map(this::mapped).toArray());
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        double[] rewards = new double[count.rollouts()];
        Arrays.fill(rewards, 0, count.successes(), 1);
        double[] advantages = ofReals(rewards);
        return BinaryAdvantages.of(count, advantages[0], advantages[advantages.length - 1]);
    }

    private double mapped(double reward) {
        if (!range.contains(reward)) {
            throw new RewardsRefusedException(
                    REWARD_OUT_OF_UNIT_INTERVAL,
                    "maxrl_range needs rewards in the declared [%s, %s], got %s."
                            .formatted(range.min(), range.max(), reward));
        }
        return (reward - range.min()) / (range.max() - range.min());
    }
}
