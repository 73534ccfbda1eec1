package dev.svgym.configremediation;

import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.configremediation.scanner.SemgrepBinary;
import dev.svgym.configremediation.scanner.SemgrepSettings;
import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the scan service and the judge with configs, and prints what they do beside what bare Semgrep does with the same
 * rules and texts in the same minute on the same machine.
 *
 * <p>Properties: {@code load.seconds} of each phase (15), {@code load.callers} at a time (256), {@code load.semgrep} a full
 * installation of {@code semgrep} to compare with (none).
 */
public final class ScanLoad {

    private static final int SECONDS = Integer.getInteger("load.seconds", 15);
    private static final int CALLERS = Integer.getInteger("load.callers", 256);
    private static final List<String> BOTH = List.of("opa", "semgrep");

    private static final Batches BATCHES = new Batches();

    private final Policies policies;
    private final Workload manifests;
    private final ConfigRemediation environment;
    private final Phases phases = new Phases(CALLERS, Duration.ofSeconds(SECONDS));

    private ScanLoad(Policies policies) {
        this.policies = policies;
        this.manifests = Workload.manifests(policies);
        this.environment =
                new ConfigRemediation(policies.kinds(), policies.catalogue(), policies.engines(), Optional.empty(), 1);
    }

    public static void main(String[] args) throws Exception {
        SemgrepSettings semgrep = semgrep();
        try (Policies policies =
                Policies.load(
                        new OpaSettings(
                                processors(),
                                4096,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10),
                                2048),
                        semgrep,
                        64L << 20,
                        BATCHES)) {
            new ScanLoad(policies).run(semgrep);
        }
    }

    /** Counts runs of Semgrep. */
    private static final class Batches implements ScanObserver {

        private final AtomicInteger batches = new AtomicInteger();
        private final AtomicInteger files = new AtomicInteger();

        @Override
        public void batch(String engine, int number, Duration took) {
            batches.incrementAndGet();
            files.addAndGet(number);
        }

        void clear() {
            batches.set(0);
            files.set(0);
        }

        double meanFiles() {
            return files.doubleValue() / batches.get();
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static SemgrepSettings semgrep() {
        return new SemgrepSettings(
                SemgrepBinary.find(
                        Objects.requireNonNullElse(System.getenv("SVGYM_TOOLS"), ""),
                        Path.of("").toAbsolutePath()),
                Path.of(System.getProperty("java.io.tmpdir"), "svgym-load"),
                processors(),
                200,
                Duration.ofMillis(5),
                4096,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                2048);
    }

    private void run(SemgrepSettings semgrep) throws Exception {
        System.out.printf(
                "%d processors, %d callers, %d s a phase, manifests of %d characters%n%n",
                processors(), CALLERS, SECONDS, Manifests.text(0).length());
        phases.warm("opa", i -> manifests.scan(-i - 1, List.of("opa")));
        System.out.println(Phases.HEAD);
        phases.run("OPA, all different", i -> manifests.scan(i, List.of("opa")));
        if (!Files.isExecutable(semgrep.core())) {
            System.out.println("Semgrep is not in " + semgrep.core());
            return;
        }
        phases.warm("both", i -> manifests.scan(-1_000_000 - i, BOTH));
        BATCHES.clear();
        double both =
                phases.run(
                        "OPA and Semgrep, all different",
                        i -> manifests.scan(10_000_000 + i, BOTH));
        System.out.printf("%36.1f files a batch%n", BATCHES.meanFiles());
        BareSemgrep bare = new BareSemgrep(semgrep.core());
        double alone = phases.runBatches("semgrep-core alone, 50 a batch", 50, processors(), bare::batch);
        phases.run("scans of repeated content", i -> manifests.scan(i % 50, BOTH));
        Task task = pose();
        phases.warm("verdicts", i -> judge(task, Manifests.answer(500_000 + i)));
        phases.run("verdicts, all different", i -> judge(task, Manifests.answer(1_000_000 + i)));
        phases.run("verdicts of repeated answers", i -> judge(task, Manifests.answer(i % 50)));
        Workload modules = Workload.modules(policies);
        others(modules, 0, List.of("opa"), "Terraform, OPA, all different");
        others(modules, 20_000_000, BOTH, "Terraform, both, all different");
        others(Workload.builds(policies), 0, BOTH, "Dockerfiles, both, all different");
        System.out.printf(
                "%nOPA and Semgrep make %.0f %% of what semgrep-core alone makes (aim 65 %%)%n",
                100 * both / alone);
        String full = System.getProperty("load.semgrep", "");
        if (!full.isEmpty()) {
            double started =
                    phases.runBatches("semgrep scan, one a scan", 1, processors(), texts -> bare.scan(full, texts));
            System.out.printf("They make %.0f times what `semgrep scan` makes (aim 300)%n", both / started);
        }
    }

    /**
     * Configs of another kind by the engines that judge it; the aim is 200 a second.
     *
     * @param first number of a config, behind and before which none was scanned
     */
    private void others(Workload load, int first, List<String> engines, String name)
            throws Exception {
        phases.warm(name, i -> load.scan(-first - i - 1, engines));
        phases.run(name, i -> load.scan(first + i, engines));
    }

    private Task pose() {
        return environment.pose(
                new TaskReference.Inline(
                        JsonMapper.shared()
                                .valueToTree(
                                        Map.of(
                                                "kind",
                                                "kubernetes",
                                                "files",
                                                Map.of("web.yaml", Manifests.faulty()),
                                                "rules",
                                                List.of("pss-restricted", "k8s-text")))));
    }

    private void judge(Task task, String answer) {
        Outcome outcome = environment.step(task, Trajectory.EMPTY, new Action.Answer(answer));
        if (!(outcome instanceof Outcome.Finished(var verdict))
                || verdict.success().orElse(0) != 1) {
            throw new IllegalStateException("expected a success, got " + outcome);
        }
    }

    /** Texts that are all different. */
    static List<String> texts(int from, int number) {
        return IntStream.range(from, from + number).mapToObj(Manifests::text).toList();
    }
}
