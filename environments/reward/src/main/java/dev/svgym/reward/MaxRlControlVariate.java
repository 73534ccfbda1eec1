package dev.svgym.reward;

import java.util.List;

/**
 * The average score of the successes less a multiple of the average score of all, also where nothing succeeded.
 *
 * @param beta finite; 1 is the published choice
 */
public record MaxRlControlVariate(double beta) implements BinaryEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "maxrl_cv",
                    "N r_i/K - beta, where K = 0 too (r_i/K is 0 there)",
                    "J_T with T = N; w(p) = (1-(1-p)^N)/p",
                    "Rewards 0 or 1; groups of fixed size, or beta = 0. On hard tasks most of its noise comes from groups that failed entirely.",
                    "MaxRL, arXiv:2602.02710",
                    List.of(
                            EstimatorParameter.number(
                                    "beta",
                                    1,
                                    "Multiple of the average score that is taken off.")));

    public MaxRlControlVariate {
        Checks.finite("beta", beta);
    }

    static MaxRlControlVariate from(EstimatorParameters parameters) {
        return new MaxRlControlVariate(parameters.givenNumber("beta"));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean suits(Sampling sampling) {
        return sampling instanceof Sampling.FixedN || beta == 0;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        return BinaryAdvantages.of(
                count, count.rollouts() / (double) count.successes() - beta, -beta);
    }
}
