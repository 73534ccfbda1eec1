package dev.svgym.configremediation;

import dev.svgym.configremediation.model.Parsed;
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
import java.util.Map;
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
        return subject(text, text);
    }

    /** A subject whose text is not the one that was read. */
    static Subject subject(String read, String text) {
        var kind = Examples.POLICIES.kinds().getFirst();
        Parsed parsed = kind.parse(new TreeMap<>(Map.of("pod.yaml", read)));
        return new Subject(
                kind, new TreeMap<>(Map.of("pod.yaml", text)), ((Parsed.Read) parsed).config());
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
