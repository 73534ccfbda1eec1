package dev.svgym.reward.statistics;

import dev.svgym.reward.SuccessCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Tasks sorted by difficulty: by their pass rate, shrunk towards a prior, so that no success in eight rollouts and none in
 * a thousand are told apart.
 *
 * @param edges ascending, at least two: bucket b is [edges[b], edges[b+1]), the last one closed
 * @param priorA prior successes, at least 0
 * @param priorB prior failures, at least 0
 */
public record Strata(List<Double> edges, double priorA, double priorB) {

    public Strata {
        edges = List.copyOf(edges);
        Arguments.requireFinite(edges, "edges");
        Arguments.require(edges.size() >= 2, "Strata need at least two edges.");
        for (int i = 1; i < edges.size(); i++) {
            Arguments.require(edges.get(i - 1) < edges.get(i), "Edges must ascend", edges);
        }
        Arguments.require(
                priorA >= 0 && priorB >= 0 && Double.isFinite(priorA) && Double.isFinite(priorB),
                "The prior needs finite numbers of at least 0",
                priorA + " and " + priorB);
    }

    /** {@code (K + a)/(n + a + b)}; refused for a task without rollouts and without a prior. */
    public double shrunkPassRate(SuccessCount task) {
        double all = task.rollouts() + priorA + priorB;
        Arguments.require(all > 0, "A task without rollouts needs a prior.");
        return (task.successes() + priorA) / all;
    }

    /** The bucket of a task, from 0; empty where its shrunk pass rate lies outside the edges. */
    public OptionalInt bucket(SuccessCount task) {
        Arguments.require(
                task.rollouts() + priorA + priorB > 0, "A task without rollouts needs a prior.");
        int reached = 0;
        while (reached < edges.size() && compareWithEdge(task, reached) >= 0) {
            reached++;
        }
        if (reached == edges.size()) {
            return compareWithEdge(task, reached - 1) == 0
                    ? OptionalInt.of(edges.size() - 2)
                    : OptionalInt.empty();
        }
        return reached == 0 ? OptionalInt.empty() : OptionalInt.of(reached - 1);
    }

    /** Exactly: rounding must not carry a task over an edge. */
    private int compareWithEdge(SuccessCount task, int edge) {
        BigDecimal all =
                BigDecimal.valueOf(task.rollouts())
                        .add(new BigDecimal(priorA))
                        .add(new BigDecimal(priorB));
        return BigDecimal.valueOf(task.successes())
                .add(new BigDecimal(priorA))
                .compareTo(all.multiply(new BigDecimal(edges.get(edge))));
    }

    /** What each bucket holds, easiest last. */
    public List<Stratum> of(List<SuccessCount> tasks) {
        int buckets = edges.size() - 1;
        int[] counts = new int[buckets];
        long[] rollouts = new long[buckets];
        long[] successes = new long[buckets];
        for (SuccessCount task : tasks) {
            bucket(task)
                    .ifPresent(bucket -> {
                        counts[bucket]++;
                        rollouts[bucket] += task.rollouts();
                        successes[bucket] += task.successes();
                    });
        }
        List<Stratum> strata = new ArrayList<>();
        for (int b = 0; b < buckets; b++) {
            strata.add(new Stratum(counts[b], rollouts[b], successes[b]));
        }
        return strata;
    }

    /**
     * The tasks of one bucket, pooled.
     *
     * @param tasks how many
     * @param rollouts of all of them
     * @param successes among the rollouts
     */
    public record Stratum(int tasks, long rollouts, long successes) {

        /** Successes by rollouts; empty where there are no rollouts. */
        public OptionalDouble passRate() {
            return rollouts == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(successes / (double) rollouts);
        }
    }
}
