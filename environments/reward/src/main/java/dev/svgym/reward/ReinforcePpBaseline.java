package dev.svgym.reward;

import java.util.List;

/**
 * The reward less the mean of its group, standardised over the whole batch.
 *
 * @param ddof 0 or 1: divide squared deviations by the entries of the batch, or by one less
 * @param eps at least 0, added to the standard deviation
 */
public record ReinforcePpBaseline(int ddof, double eps) implements ScalarEstimator {

    static final EstimatorDescription DESCRIPTION =
            new EstimatorDescription(
                    "reinforce_pp_baseline",
                    "(x_i - mean)/(sd + eps) over all valid rollouts of the batch, with x_i = r_i - mean of its group; fewer than two, or all equal: 0",
                    "expected reward, up to a factor that the batch decides",
                    "Any finite rewards; groups of fixed size. Tasks influence each other through the sd alone.",
                    "REINFORCE++, arXiv:2501.03262",
                    List.of(Checks.DDOF, Checks.EPS));

    public ReinforcePpBaseline {
        Checks.ddof(ddof);
        Checks.eps(eps);
    }

    static ReinforcePpBaseline from(EstimatorParameters parameters) {
        return new ReinforcePpBaseline(
                parameters.givenInteger("ddof"), parameters.givenNumber("eps"));
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
                new MeanBaseline(),
                entries -> BatchStep.whiten(entries, ddof, eps));
    }
}
