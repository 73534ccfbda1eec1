package dev.svgym.reward;

import dev.svgym.reward.EstimatorParameter.Kind;
import java.util.List;

/**
 * The gradient of pass@k for success counts.
 *
 * @param k at least 1, at most N (with {@link Baseline#SLOO}, N-1)
 */
public record Pkpo(int k, Baseline baseline) implements BinaryEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "pkpo",
                    "r_i u + B with u = k C(N-1-m_i,k-1)/C(N-1,k-1); B: minus_one 0, none k-u, sloo (k-u) - N k/(N-1) passhat@k(N-1,m_i), loo -u m_i/(N-1) (N = 1: 0)",
                    "pass@k = 1-(1-p)^k; w(p) = k (1-p)^(k-1)",
                    "Rewards 0 or 1; groups of fixed size with k <= N (sloo: k <= N-1). Hard tasks alone: a task with p near 1 gets no gradient.",
                    "PKPO, arXiv:2505.15201",
                    List.of(
                            EstimatorParameter.required(
                                    "k", Kind.INTEGER, "Of pass@k: at least 1, at most N."),
                            EstimatorParameter.choice(
                                    "baseline",
                                    Baseline.LOO,
                                    EstimatorParameters.words(Baseline.class),
                                    "What is taken off; it changes the noise and never the target.")));

    public Pkpo {
        Checks.k(k, Integer.MAX_VALUE);
    }

    static Pkpo from(EstimatorParameters parameters) {
        return new Pkpo(
                parameters.givenInteger("k"), parameters.givenChoice("baseline", Baseline.class));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public BinaryAdvantages advantages(SuccessCount count) {
        int siblings = count.rollouts() - 1;
        Checks.k(k, baseline == Baseline.SLOO ? siblings : siblings + 1);
        int successes = count.successes();
        return BinaryAdvantages.of(
                count,
                successes == 0 ? 0 : u(siblings, successes - 1) + b(siblings, successes - 1),
                successes > siblings ? 0 : b(siblings, successes));
    }

    private double u(int siblings, int m) {
        return k * PassAtK.none(siblings, m, k - 1);
    }

    private double b(int siblings, int m) {
        return switch (baseline) {
            case MINUS_ONE -> 0;
            case NONE -> k * PassAtK.atLeastOne(siblings, m, k - 1);
            case LOO -> siblings == 0 ? 0 : -u(siblings, m) * m / siblings;
            // (k-u) - N k/(N-1) passhat, the terms that cancel taken out: passhat is 1 - u/k (1 -
            // m/(N-k)).
            case SLOO ->
                    -u(siblings, m) * m / (siblings - k + 1)
                            - k * PassAtK.atLeastOne(siblings, m, k) / siblings;
        };
    }

    /** What is taken off, in the words of the paper. */
    public enum Baseline {
        /** The value of the set without the rollout. */
        MINUS_ONE,
        /** Nothing. */
        NONE,
        /** The average over sets without the rollout. */
        SLOO,
        /** The pass rate of the siblings. */
        LOO
    }
}
