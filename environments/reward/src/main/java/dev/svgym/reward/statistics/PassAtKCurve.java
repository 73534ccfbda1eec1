package dev.svgym.reward.statistics;

import dev.svgym.reward.PassAtK;
import dev.svgym.reward.SuccessCount;
import dev.svgym.reward.Sum;
import java.util.List;

/**
 * Unbiased pass@k over tasks, as a function of k.
 *
 * @param tasks one success count a task, at least one
 */
public record PassAtKCurve(List<SuccessCount> tasks) {

    public PassAtKCurve {
        tasks = List.copyOf(tasks);
        Arguments.require(!tasks.isEmpty(), "A curve needs at least one task.");
    }

    /**
     * The mean of pass@k over the tasks.
     *
     * @param k in 1 .. the rollouts of the task that has the fewest
     */
    public double at(int k) {
        var sum = new Sum();
        tasks.forEach(task -> sum.add(PassAtK.any(task, k)));
        return sum.mean(tasks.size());
    }

    /** {@link #at} for each k, in order. */
    public List<Double> at(List<Integer> ks) {
        return ks.stream().map(this::at).toList();
    }

    /** The interval of {@link #at} when tasks are drawn anew from those there are. */
    public Interval interval(int k, Bootstrap bootstrap) {
        return bootstrap.ofMean(tasks.stream().map(task -> PassAtK.any(task, k)).toList());
    }
}
