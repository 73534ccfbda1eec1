package dev.svgym.reward;

import java.util.List;
import java.util.OptionalInt;

/**
 * Every unbiased exchangeable estimator of J_T, by its baseline; with {@link Baseline#LOO}, MaxRL-LOO, our default.
 *
 * @param t T, at least 1; empty for T = N
 * @param alpha for {@link Baseline#BETA}: prior successes, at least 0
 * @param beta for {@link Baseline#BETA}: prior failures, at least 0
 */
public record MaxRlU(OptionalInt t, Baseline baseline, double alpha, double beta)
        implements BinaryEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "maxrl_u",
                    "r_i U(m_i) + B(m_i) with U(m) = N/(m+1) (1 - C(N-1-m,T)/C(N,T)); B: none 0, vn -1, loo -U m/(N-1), beta -U (m+alpha)/(N-1+alpha+beta)",
                    "J_T exactly, for every T up to N and every baseline; w(p) = (1-(1-p)^T)/p",
                    "Rewards 0 or 1; groups of fixed size. With loo a group without success, or of successes only, gets 0 and may be skipped, as long as the trainer still divides by all groups; a group of one gets r.",
                    "unbiased estimators of the objective of MaxRL, arXiv:2602.02710",
                    List.of(
                            Checks.T,
                            EstimatorParameter.choice(
                                    "baseline",
                                    Baseline.LOO,
                                    EstimatorParameters.words(Baseline.class),
                                    "What is taken off; it changes the noise and never the target."),
                            EstimatorParameter.number(
                                    "alpha", 0.5, "Prior successes of the baseline beta."),
                            EstimatorParameter.number(
                                    "beta", 0.5, "Prior failures of the baseline beta.")));

    public MaxRlU {
        Checks.t(t);
        Checks.notNegative("alpha", alpha);
        Checks.notNegative("beta", beta);
    }

    /** T and a baseline that needs no prior. */
    public MaxRlU(int t, Baseline baseline) {
        this(OptionalInt.of(t), baseline, 0.5, 0.5);
    }

    static MaxRlU from(EstimatorParameters parameters) {
        return new MaxRlU(
                parameters.integer("T"),
                parameters.givenChoice("baseline", Baseline.class),
                parameters.givenNumber("alpha"),
                parameters.givenNumber("beta"));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public OptionalInt effectiveT(int valid) {
        return OptionalInt.of(Math.min(t.orElse(valid), valid));
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        int n = count.rollouts();
        int k = count.successes();
        int order = Math.min(t.orElse(n), n);
        double ofSuccess = k == 0 ? 0 : MaxRlWeights.u(n, order, k - 1);
        double ofFailure = k == n ? 0 : MaxRlWeights.u(n, order, k);
        return switch (baseline) {
            case NONE -> BinaryAdvantages.of(count, ofSuccess, 0);
            case VN -> BinaryAdvantages.of(count, ofSuccess - 1, -1);
            case LOO -> lessPassRate(count, ofSuccess, ofFailure, 0, 0);
            case BETA -> lessPassRate(count, ofSuccess, ofFailure, alpha, beta);
        };
    }

    /** {@code U (r_i - (m_i + a)/(N-1+a+b))}: the pass rate of the siblings, shrunk; 0 where there is nothing to divide by. */
    private static BinaryAdvantages lessPassRate(
            SuccessCount count, double ofSuccess, double ofFailure, double a, double b) {
        double siblings = count.rollouts() - 1 + a + b;
        if (siblings == 0) {
            return BinaryAdvantages.of(count, ofSuccess, 0);
        }
        double failures = count.rollouts() - count.successes();
        return BinaryAdvantages.of(
                count,
                ofSuccess * ((failures + b) / siblings),
                -ofFailure * ((count.successes() + a) / siblings));
    }

    /** What is taken off the advantage: independent of the rollout's own reward, so that the target stays. */
    public enum Baseline {
        /** Nothing. */
        NONE,
        /** The average score: 1, whatever happened. */
        VN,
        /** The pass rate of the siblings; for a group of one, nothing. */
        LOO,
        /** The pass rate of the siblings, shrunk by a Beta prior. */
        BETA
    }
}
