package dev.svgym.reward.bench;

import dev.svgym.reward.Advantages;
import dev.svgym.reward.Estimators;
import dev.svgym.reward.Gdpo;
import dev.svgym.reward.Group;
import dev.svgym.reward.GroupEstimator;
import dev.svgym.reward.PartsGroup;
import dev.svgym.reward.ScalarEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One invocation is one group of N rollouts; the groups change, so that no branch can be learnt by heart. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class EstimatorBenchmark {

    private static final int GROUPS = 16;

    @Param({"8", "16", "128", "4096"})
    int rollouts;

    private final double[][] rewards = new double[GROUPS][];
    private int next;

    /** Rewards of 0 and 1, a third of them successes. */
    @Setup
    public void drawRewards() {
        var random = new SplittableRandom(1);
        for (int g = 0; g < GROUPS; g++) {
            rewards[g] = new double[rollouts];
            for (int i = 0; i < rollouts; i++) {
                rewards[g][i] = random.nextInt(3) == 0 ? 1 : 0;
            }
        }
    }

    private double[] nextGroup() {
        next = (next + 1) % GROUPS;
        return rewards[next];
    }

    /** What trainers write: {@code (r - mean)/mean}, 0 where nothing succeeded. */
    @Benchmark
    public double[] plainLoop() {
        double[] group = nextGroup();
        double sum = 0;
        for (double reward : group) {
            sum += reward;
        }
        double mean = sum / group.length;
        double[] advantages = new double[group.length];
        if (mean > 0) {
            for (int i = 0; i < group.length; i++) {
                advantages[i] = (group[i] - mean) / mean;
            }
        }
        return advantages;
    }

    /** Estimators of one group. */
    @State(Scope.Benchmark)
    public static class OfGroup {

        @Param({
            "reinforce",
            "mean_baseline",
            "rloo",
            "grpo",
            "maxrl_conditional",
            "maxrl_cv",
            "maxrl_zeroed",
            "maxrl_u",
            "maxrl_partial",
            "maxrl_range",
            "pkpo",
            "pkpo_max"
        })
        String name;

        GroupEstimator estimator;

        /** Makes the estimator, with its defaults where it has any. */
        @Setup
        public void make() {
            Map<String, ?> parameters =
                    switch (name) {
                        case "pkpo", "pkpo_max" -> Map.of("k", 4);
                        case "maxrl_range" -> Map.of("lo", -1, "hi", 1);
                        default -> Map.of();
                    };
            estimator = (GroupEstimator) Estimators.named(name, parameters);
        }
    }

    /** An estimator on rewards of 0 and 1. */
    @Benchmark
    public double[] binary(OfGroup of) {
        return of.estimator.advantages(nextGroup());
    }

    /** Partial rewards for the estimators that take them. */
    @State(Scope.Benchmark)
    public static class OfReals {

        @Param({"rloo", "grpo", "maxrl_zeroed", "maxrl_partial", "pkpo_max"})
        String name;

        @Param({"8", "16", "128", "4096"})
        int rollouts;

        GroupEstimator estimator;
        double[] rewards;

        /** Draws rewards between 0 and 1. */
        @Setup
        public void make() {
            Map<String, ?> parameters = name.equals("pkpo_max") ? Map.of("k", 4) : Map.of();
            estimator = (GroupEstimator) Estimators.named(name, parameters);
            rewards = new SplittableRandom(2).doubles(rollouts).toArray();
        }
    }

    /** An estimator on rewards between 0 and 1. */
    @Benchmark
    public double[] partial(OfReals of) {
        return of.estimator.advantages(of.rewards);
    }

    /** Estimators that look at a whole batch, here of one group. */
    @State(Scope.Benchmark)
    public static class OfBatch {

        @Param({"reinforce_pp", "reinforce_pp_baseline"})
        String name;

        @Param({"8", "16", "128", "4096"})
        int rollouts;

        ScalarEstimator estimator;
        List<Group> batch;

        /** Draws a group of rewards between 0 and 1. */
        @Setup
        public void make() {
            estimator = (ScalarEstimator) Estimators.named(name, Map.of());
            batch = List.of(Group.of(new SplittableRandom(3).doubles(rollouts).toArray()));
        }
    }

    /** An estimator of batches. */
    @Benchmark
    public List<Advantages> batch(OfBatch of) {
        return of.estimator.advantages(of.batch);
    }

    /** Groups of three parts. */
    @State(Scope.Benchmark)
    public static class OfParts {

        @Param({"8", "16", "128", "4096"})
        int rollouts;

        Gdpo estimator;
        List<PartsGroup> batch;

        /** Draws correctness and two auxiliary parts. */
        @Setup
        public void make() {
            estimator =
                    (Gdpo)
                            Estimators.named(
                                    "gdpo",
                                    Map.of("norms", List.of("maxrl_loo", "std", "std")));
            var random = new SplittableRandom(4);
            List<List<OptionalDouble>> rows = new ArrayList<>();
            for (int i = 0; i < rollouts; i++) {
                rows.add(
                        List.of(
                                OptionalDouble.of(random.nextInt(2)),
                                OptionalDouble.of(random.nextDouble()),
                                OptionalDouble.of(random.nextDouble())));
            }
            batch = List.of(new PartsGroup(rows));
        }
    }

    /** GDPO with MaxRL. */
    @Benchmark
    public List<Advantages> gdpo(OfParts of) {
        return of.estimator.advantages(of.batch);
    }
}
