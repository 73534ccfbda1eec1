package dev.svgym.environment.report;

import dev.svgym.reward.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Percentile intervals of 95 % by drawing tasks anew: attempts at one task stand or fall together, so they are drawn
 * together. The same attempts give the same intervals everywhere.
 *
 * @param repetitions resamples
 */
public record TaskBootstrap(int repetitions) {

    private static final long SEED = 20_260_101;

    /** In thousandths, outside at either end. */
    private static final int TAIL = 25;

    private static final long MOST_WORK = 100_000_000;
    private static final int MOST = 1_000;
    private static final int LEAST = 100;

    /** As many resamples as a report on so many attempts may take time for. */
    public static TaskBootstrap of(int attempts) {
        return new TaskBootstrap(Math.clamp(MOST_WORK / Math.max(1, attempts), LEAST, MOST));
    }

    /**
     * The interval of each metric that is defined in every resample.
     *
     * @param tasks the id of the task of each attempt
     * @param metrics by name, of the attempts counted as often as given; NaN where one is not defined
     */
    public Map<String, Interval> intervals(
            List<String> tasks, Function<int[], Map<String, Double>> metrics) {
        int[] numbers = numbers(tasks);
        int count = Arrays.stream(numbers).max().orElseThrow() + 1;
        var random = new SplittableRandom(SEED);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        int[] weights = new int[numbers.length];
        int[] drawn = new int[count];
        for (int i = 0; i < repetitions; i++) {
            Arrays.fill(drawn, 0);
            for (int task = 0; task < count; task++) {
                drawn[random.nextInt(count)]++;
            }
            for (int attempt = 0; attempt < weights.length; attempt++) {
                weights[attempt] = drawn[numbers[attempt]];
            }
            metrics.apply(weights)
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
        }
        Map<String, Interval> intervals = new LinkedHashMap<>();
        values.forEach((name, found) -> {
            if (found.stream().allMatch(Double::isFinite)) {
                intervals.put(name, interval(found));
            }
        });
        return intervals;
    }

    /** Of each attempt the number of its task, numbered by first sight. */
    private static int[] numbers(List<String> tasks) {
        Map<String, Integer> numbers = new HashMap<>();
        return tasks.stream()
                .mapToInt(task -> numbers.computeIfAbsent(task, _ -> numbers.size()))
                .toArray();
    }

    private Interval interval(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int below = repetitions * TAIL / 1_000;
        return new Interval(sorted.get(below), sorted.get(repetitions - 1 - below));
    }
}
