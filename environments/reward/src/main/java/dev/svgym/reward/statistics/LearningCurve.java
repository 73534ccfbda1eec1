package dev.svgym.reward.statistics;

import static dev.svgym.reward.RewardsRefusedException.Code.RAGGED_PARTS;

import dev.svgym.reward.RewardsRefusedException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A measure over training steps, such as pass@1.
 *
 * @param steps ascending
 * @param values one a step, finite
 */
public record LearningCurve(List<Double> steps, List<Double> values) {

    public LearningCurve {
        steps = List.copyOf(steps);
        values = List.copyOf(values);
        if (steps.size() != values.size()) {
            throw new RewardsRefusedException(
                    RAGGED_PARTS,
                    "One value a step is needed, got %d for %d."
                            .formatted(values.size(), steps.size()));
        }
        Arguments.requireFinite(steps, "steps");
        Arguments.requireFinite(values, "values");
        for (int i = 1; i < steps.size(); i++) {
            Arguments.require(steps.get(i - 1) < steps.get(i), "Steps must ascend", steps);
        }
    }

    /**
     * The step at which the curve reaches a target and stays there: sample efficiency.
     *
     * @param sustain how many values in a row must reach it, at least 1
     * @param interpolate whether to place the step on the line from the value before
     * @return empty where that never happens
     */
    public OptionalDouble stepsTo(double target, int sustain, boolean interpolate) {
        Arguments.require(Double.isFinite(target), "The target must be finite", target);
        Arguments.require(sustain >= 1, "At least one value must reach the target", sustain);
        int inARow = 0;
        for (int i = 0; i < values.size(); i++) {
            inARow = values.get(i) >= target ? inARow + 1 : 0;
            if (inARow == sustain) {
                int first = i - sustain + 1;
                return OptionalDouble.of(
                        first > 0 && interpolate ? crossing(first, target) : steps.get(first));
            }
        }
        return OptionalDouble.empty();
    }

    /** Where the line into {@code first} meets the target; the value before is below it. */
    private double crossing(int first, double target) {
        double before = values.get(first - 1);
        double share = (target - before) / (values.get(first) - before);
        double step = steps.get(first - 1);
        return step + share * (steps.get(first) - step);
    }
}
