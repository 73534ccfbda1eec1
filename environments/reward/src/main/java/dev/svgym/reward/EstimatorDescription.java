package dev.svgym.reward;

import java.util.List;

/**
 * An estimator's papers. In formulas N is the number of valid rollouts, K the successes among them, r_i the reward of
 * rollout i, m_i the successes among its siblings, p the chance of success (or the expected reward).
 *
 * @param name as in {@link Estimators#named}
 * @param formula the advantage A_i of rollout i
 * @param target what the expectation of {@code (1/N) sum A_i score_i} is the gradient of, or its weight w(p)
 * @param assumptions on rewards and sampling, and what happens in degenerate groups
 * @param source where it was published
 * @param parameters in the order in which they are best read
 */
public record EstimatorDescription(
        String name,
        String formula,
        String target,
        String assumptions,
        String source,
        List<EstimatorParameter> parameters) {

    public EstimatorDescription {
        parameters = List.copyOf(parameters);
    }
}
