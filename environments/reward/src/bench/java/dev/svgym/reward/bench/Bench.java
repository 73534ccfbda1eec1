package dev.svgym.reward.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmark and prints nanoseconds a rollout, and how many times the plain loop that is. */
public final class Bench {

    private Bench() {}

    /**
     * Runs what the pattern matches, and the plain loop with it.
     *
     * @param arguments a regular expression of benchmarks; none for all
     */
    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("EstimatorBenchmark.plainLoop")
                        .include(arguments.length == 0 ? "EstimatorBenchmark" : arguments[0])
                        .verbosity(VerboseMode.SILENT)
                        .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Double> plain = new HashMap<>();
        for (RunResult result : results) {
            if (method(result).equals("plainLoop")) {
                plain.put(result.getParams().getParam("rollouts"), score(result));
            }
        }
        System.out.printf(
                "%-10s %-24s %8s %14s %14s%n",
                "rewards", "estimator", "N", "ns/rollout", "x plain loop");
        for (RunResult result : results) {
            String rollouts = result.getParams().getParam("rollouts");
            String name = result.getParams().getParam("name");
            System.out.printf(
                    "%-10s %-24s %8s %14.2f %14.2f%n",
                    method(result),
                    name == null ? "" : name,
                    rollouts,
                    score(result) / Integer.parseInt(rollouts),
                    score(result) / plain.get(rollouts));
        }
    }

    /** The fastest iteration: what a busy machine adds is no property of the code. */
    private static double score(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static String method(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
