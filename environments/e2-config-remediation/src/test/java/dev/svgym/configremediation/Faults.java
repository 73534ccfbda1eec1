package dev.svgym.configremediation;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.model.Places;
import dev.svgym.configremediation.scanner.Probe;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.configremediation.scanner.SemgrepScanner;
import dev.svgym.configremediation.scanner.SemgrepSettings;
import dev.svgym.configremediation.scanner.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Scanners over the real Semgrep with something in its way, and counts of what became of its runs. */
final class Faults implements ScanObserver {

    /** Holds a password in one variable of one container. */
    static final String FAULTY =
            Examples.resource("/dev/svgym/policies/semgrep/kubernetes/password_env/failing.yaml");

    static final byte[] RULES =
            Examples.resource("/dev/svgym/policies/semgrep.json").getBytes(StandardCharsets.UTF_8);

    final AtomicInteger batches = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger retried = new AtomicInteger();

    private final Path folder;

    Faults(Path folder) {
        this.folder = folder;
    }

    @Override
    public void batch(String engine, int files, Duration took) {
        batches.incrementAndGet();
    }

    @Override
    public void lost(String engine) {
        lost.incrementAndGet();
    }

    @Override
    public void retried(String engine) {
        retried.incrementAndGet();
    }

    /** The rule and the probe that all of these use. */
    static Probe probe() {
        return new Probe(subject(FAULTY), "K8S-PASSWORD-ENV");
    }

    static Subject subject(String text) {
        return subject(Examples.POLICIES.kinds().getFirst(), text, text);
    }

    /** A subject that the engine is given as another text than was read, written as it stands. */
    static Subject subject(String read, String text) {
        return subject(new AsItStands(Examples.POLICIES.kinds().getFirst()), read, text);
    }

    private static Subject subject(ConfigKind kind, String read, String text) {
        Parsed parsed = kind.parse(new TreeMap<>(Map.of("pod.yaml", read)));
        return new Subject(
                kind, new TreeMap<>(Map.of("pod.yaml", text)), ((Parsed.Read) parsed).config());
    }

    /** A kind whose texts go to the engine unread. */
    private record AsItStands(ConfigKind kind) implements ConfigKind {

        @Override
        public String label() {
            return kind.label();
        }

        @Override
        public boolean reads(String path) {
            return kind.reads(path);
        }

        @Override
        public List<String> defaultRules() {
            return kind.defaultRules();
        }

        @Override
        public String objectForm() {
            return kind.objectForm();
        }

        @Override
        public Parsed parse(SortedMap<String, String> files) {
            return kind.parse(files);
        }

        @Override
        public Places places(SortedMap<String, String> files, Config config) {
            return kind.places(files, config);
        }
    }

    /** The real binary behind a script; {@code "$core" "$@"} in it runs it. */
    Path behind(String script) throws IOException {
        Path file = Files.createTempFile(folder, "core", ".sh");
        Files.writeString(
                file,
                """
                #!/bin/sh
                core=%s
                once=%s
                %s
                """
                        .formatted(
                                Examples.SEMGREP.core(),
                                folder.resolve("once").toAbsolutePath(),
                                script));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program of " + file);
        }
        return file;
    }

    SemgrepSettings settings(Path core) {
        return new SemgrepSettings(
                core,
                folder.resolve("scratch"),
                2,
                50,
                Duration.ofMillis(5),
                64,
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                2048);
    }

    SemgrepScanner scanner(Path core) {
        return scanner(settings(core));
    }

    SemgrepScanner scanner(SemgrepSettings settings) {
        return new SemgrepScanner(RULES, probe(), settings, this);
    }
}
