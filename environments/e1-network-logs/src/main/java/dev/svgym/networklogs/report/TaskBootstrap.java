package dev.svgym.networklogs.report;

import dev.svgym.reward.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Percentile intervals of 95 % by drawing tasks anew: attempts at one task stand or fall together, so they are drawn
 * together. The same attempts give the same intervals everywhere.
 *
 * @param repetitions resamples
 */
record TaskBootstrap(int repetitions) {

    private static final long SEED = 20_260_101;

    /** In thousandths, outside at either end. */
    private static final int TAIL = 25;

    private static final long MOST_WORK = 100_000_000;
    private static final int MOST = 1_000;
    private static final int LEAST = 100;

    /** As many resamples as a report may take time for. */
    static TaskBootstrap of(Ranked ranked) {
        return new TaskBootstrap(
                Math.clamp(MOST_WORK / Math.max(1, ranked.attempts().size()), LEAST, MOST));
    }

    /** The interval of each metric that is defined in every resample. */
    Map<String, Interval> intervals(Ranked ranked) {
        int[] tasks = ranked.tasks();
        int count = Arrays.stream(tasks).max().orElseThrow() + 1;
        var random = new SplittableRandom(SEED);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        int[] weights = new int[tasks.length];
        int[] drawn = new int[count];
        for (int i = 0; i < repetitions; i++) {
            Arrays.fill(drawn, 0);
            for (int task = 0; task < count; task++) {
                drawn[random.nextInt(count)]++;
            }
            for (int attempt = 0; attempt < weights.length; attempt++) {
                weights[attempt] = drawn[tasks[attempt]];
            }
            Metrics.of(ranked.weighted(weights))
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

    private Interval interval(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int below = repetitions * TAIL / 1_000;
        return new Interval(sorted.get(below), sorted.get(repetitions - 1 - below));
    }
}
