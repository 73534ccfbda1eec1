package dev.svgym.configremediation;

import com.sun.management.OperatingSystemMXBean;
import dev.svgym.configremediation.generation.TaskGenerator;
import dev.svgym.configremediation.generation.dockerfile.DockerfileGenerator;
import dev.svgym.configremediation.generation.kubernetes.KubernetesGenerator;
import dev.svgym.configremediation.generation.terraform.TerraformGenerator;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.environment.Split;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes tasks side by side, since Semgrep takes many at a time, and prints tasks a minute, processor time a task, and what was rejected and why. */
public final class GeneratorBench {

    private static final int THREADS = 16;

    private GeneratorBench() {}

    /**
     * Runs.
     *
     * @param arguments number of draws of each split; none for 1,000
     */
    public static void main(String[] arguments) throws Exception {
        int draws = arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]);
        Duration patience = Duration.ofSeconds(10);
        var settings = new OpaSettings(
                Runtime.getRuntime().availableProcessors(), 64, patience, patience, 2048);
        try (var policies =
                Policies.load(settings, Examples.SEMGREP, 1 << 24, ScanObserver.NONE)) {
            measure(policies, new KubernetesGenerator(policies.catalogue()), draws);
            measure(policies, new TerraformGenerator(policies.catalogue()), draws);
            if (Semgrep.isThere()) {
                measure(policies, new DockerfileGenerator(policies.catalogue()), draws);
            }
        }
    }

    private static void measure(Policies policies, TaskGenerator generator, int draws)
            throws Exception {
        ConfigKind kind =
                policies.kinds().stream()
                        .filter(one -> one.label().equals(generator.kind()))
                        .findFirst()
                        .orElseThrow();
        var tasks =
                new GeneratedTasks(
                        generator,
                        new Proof(kind, policies.catalogue(), policies.engines()),
                        GeneratedSets.KUBERNETES_IDS,
                        Optional.empty());
        System.out.println(generator.version());
        run(tasks, Split.VALIDATION, 300);
        for (Split split : List.of(Split.TRAIN, Split.OOD)) {
            print(split, draws, tasks);
        }
    }

    private static void print(Split split, int draws, GeneratedTasks tasks) throws Exception {
        long cpu = cpu();
        long start = System.nanoTime();
        Map<String, Integer> outcomes = run(tasks, split, draws);
        double seconds = (System.nanoTime() - start) / 1e9;
        int made = outcomes.getOrDefault("task", 0);
        System.out.printf(
                "%-10s %6.0f tasks/min on %d threads, %5.1f CPU-ms a task, %5.1f %% of draws accepted%n",
                split.label(),
                made / seconds * 60,
                THREADS,
                (cpu() - cpu) / 1e6 / made,
                100.0 * made / draws);
        outcomes.forEach((outcome, count) -> System.out.printf("  %6d  %s%n", count, outcome));
    }

    /** How often each outcome came. */
    private static Map<String, Integer> run(GeneratedTasks tasks, Split split, int draws)
            throws Exception {
        List<Future<String>> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int index = 0; index < draws; index++) {
                long at = index;
                outcomes.add(threads.submit(() -> outcome(tasks.draw(split, at, 0))));
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Future<String> outcome : outcomes) {
            counts.merge(outcome.get(), 1, Integer::sum);
        }
        return counts;
    }

    private static String outcome(Proof.Result result) {
        return switch (result) {
            case Proof.Result.Proven _ -> "task";
            case Proof.Result.Rejected(var why) -> "rejected by " + why.split("[:\\[]", 2)[0];
            case Proof.Result.Lost(var refusal) -> "lost: " + refusal.getMessage();
        };
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
