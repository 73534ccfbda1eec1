package dev.svgym.reward;

import java.util.List;

/**
 * The reward standardised over the whole batch.
 *
 * @param ddof 0 or 1: divide squared deviations by the entries of the batch, or by one less
 * @param eps at least 0, added to the standard deviation
 */
public record ReinforcePp(int ddof, double eps) implements ScalarEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "reinforce_pp",
                    "(r_i - mean)/(sd + eps) over all valid rollouts of the batch; fewer than two, or all equal: 0",
                    "expected reward, up to a factor that the batch decides",
                    "Any finite rewards; groups of fixed size. Tasks influence each other through mean and sd.",
                    "REINFORCE++, arXiv:2501.03262",
                    List.of(Checks.DDOF, Checks.EPS));

    public ReinforcePp {
        Checks.ddof(ddof);
        Checks.eps(eps);
    }

    static ReinforcePp from(EstimatorParameters parameters) {
        return new ReinforcePp(parameters.givenInteger("ddof"), parameters.givenNumber("eps"));
    }

    @Override
    public EstimatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Advantages> advantages(List<Group> batch) {
        return BatchStep.over(
                DESCRIPTION,
                batch,
                new Reinforce(),
                entries -> BatchStep.whiten(entries, ddof, eps));
    }
}
