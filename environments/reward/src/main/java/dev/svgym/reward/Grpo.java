package dev.svgym.reward;

import java.util.List;

/**
 * The standardised reward.
 *
 * @param ddof 0 or 1: divide squared deviations by N or N-1
 * @param eps at least 0, added to the standard deviation
 */
public record Grpo(int ddof, double eps) implements RealEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "grpo",
                    "(r_i - mean)/(sd + eps); N = 1 or all rewards equal: 0",
                    "none of the form J_T; as N grows w(p) tends to 1/sqrt(p(1-p)), which also prefers easy tasks",
                    "Any finite rewards; groups of fixed size. Biased for every target, since it divides by an estimate.",
                    "GRPO, arXiv:2402.03300",
                    List.of(Checks.DDOF, Checks.EPS));

    public Grpo {
        Checks.ddof(ddof);
        Checks.eps(eps);
    }

    static Grpo from(EstimatorParameters parameters) {
        return new Grpo(parameters.givenInteger("ddof"), parameters.givenNumber("eps"));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        double n = count.rollouts();
        double successes = count.successes();
        if (successes == 0 || successes == n) {
            return BinaryAdvantages.NONE;
        }
        double divisor = Math.sqrt(successes * (n - successes) / (n * (n - ddof))) + eps;
        return new BinaryAdvantages((n - successes) / n / divisor, -successes / n / divisor);
    }

    @Override
    public double[] ofReals(double[] rewards) {
        var moments = Moments.of(rewards);
        double[] advantages = moments.deviations();
        if (!moments.constant()) {
            double divisor = moments.standardDeviation(ddof) + eps;
            for (int i = 0; i < advantages.length; i++) {
                advantages[i] /= divisor;
            }
        }
        return advantages;
    }
}
