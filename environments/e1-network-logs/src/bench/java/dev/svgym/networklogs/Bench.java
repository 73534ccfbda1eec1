package dev.svgym.networklogs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmark and prints microseconds a task, and how many times its digest alone that is. */
public final class Bench {

    private static final String BASELINE = "digestAlone";

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("TaskBenchmark")
                        .verbosity(VerboseMode.SILENT)
                        .build();
        Collection<RunResult> results = new Runner(options).run();
        Map<String, Double> baselines = new HashMap<>();
        for (RunResult result : results) {
            if (method(result).equals(BASELINE)) {
                baselines.put(split(result), score(result));
            }
        }
        System.out.printf("%-8s %-12s %12s %16s%n", "split", "what", "us/task", "x digest alone");
        for (RunResult result : results) {
            System.out.printf(
                    "%-8s %-12s %12.2f %16.2f%n",
                    split(result),
                    method(result),
                    score(result),
                    score(result) / baselines.get(split(result)));
        }
    }

    /** The mean over iterations, each of which makes thousands of different tasks. */
    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static String split(RunResult result) {
        return result.getParams().getParam("split");
    }

    private static String method(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
