package dev.svgym.reward;

import java.util.List;
import java.util.OptionalInt;

/**
 * What an estimator makes of one group. A trainer's gradient is {@code (1/valid) * sum of values[i] * score[i]}.
 *
 * @param values one a rollout, in the order of the group, finite; 0 for a rollout that is not in N
 * @param n rollouts of the group
 * @param valid N: rollouts that count, in {@code 0..n}
 * @param successes K among the valid ones; empty where some reward is neither 0 nor 1, and for several parts
 * @param tEffective T after capping at {@code valid}; empty for an estimator without T
 */
public record Advantages(
        List<Double> values, int n, int valid, OptionalInt successes, OptionalInt tEffective) {

    public Advantages {
        values = List.copyOf(values);
    }
}
