package dev.svgym.reward;

import java.util.List;

/**
 * The reward's excess over the mean, relative to the mean: what trainers have released as MaxRL.
 *
 * @param eps at least 0, added to the mean
 */
public record MaxRlZeroed(double eps) implements RealEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "maxrl_zeroed",
                    "(r_i - mean)/(mean + eps); mean <= 0: 0",
                    "J_T with T = N-1 when rewards are 0 or 1 and eps = 0; w(p) = (1-(1-p)^(N-1))/p. A group of one has weight 0",
                    "Groups of fixed size. On rewards other than 0 and 1 it has no target and may reverse the gradient.",
                    "released trainers of MaxRL, arXiv:2602.02710",
                    List.of(Checks.EPS));

    public MaxRlZeroed {
        Checks.eps(eps);
    }

    static MaxRlZeroed from(EstimatorParameters parameters) {
        return new MaxRlZeroed(parameters.givenNumber("eps"));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        double n = count.rollouts();
        double successes = count.successes();
        if (successes == 0) {
            return BinaryAdvantages.NONE;
        }
        double divisor = successes + n * eps;
        return BinaryAdvantages.of(count, (n - successes) / divisor, -successes / divisor);
    }

    @Override
    public double[] ofReals(double[] rewards) {
        var moments = Moments.of(rewards);
        double[] advantages = moments.deviations();
        for (int i = 0; i < advantages.length; i++) {
            advantages[i] = moments.mean() <= 0 ? 0 : advantages[i] / (moments.mean() + eps);
        }
        return advantages;
    }
}
