package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.configremediation.scanner.TextReport.OfTarget;
import dev.svgym.configremediation.scanner.WaitingScans.Waiting;
import dev.svgym.environment.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real Semgrep: scans wait a moment for others and go into one run of the native core together. Each run is a process
 * of its own, so that none can leave anything behind for the next.
 */
public final class SemgrepScanner implements Scanner {

    /** The version whose wheel is provisioned. */
    public static final String VERSION = "1.182.0";

    static final String NAME = "semgrep";

    private static final Logger LOG = LoggerFactory.getLogger(SemgrepScanner.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final SemgrepSettings settings;
    private final Probe probe;
    private final TextViolations violations;
    private final SemgrepCore core;
    private final WaitingScans waiting;
    private final ScanObserver observer;
    private final ExecutorService workers;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<CompletableFuture<ScanResult>> probing =
            new AtomicReference<>(CompletableFuture.completedFuture(Failed.interrupted(NAME)));
    private final ScheduledThreadPoolExecutor watchdog =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("semgrep-watchdog").factory());

    /**
     * @param rules {@code semgrep.json} of the policies
     * @param probe a scan whose result is known
     */
    public SemgrepScanner(
            byte[] rules, Probe probe, SemgrepSettings settings, ScanObserver observer) {
        var texts = new TextRules(rules);
        this.settings = settings;
        this.probe = probe;
        this.observer = observer;
        this.violations = new TextViolations(texts);
        this.watchdog.setRemoveOnCancelPolicy(true);
        this.core = new SemgrepCore(settings, texts, watchdog);
        this.waiting =
                new WaitingScans(settings.queue(), settings.mostTargets(), settings.window());
        this.workers =
                Executors.newFixedThreadPool(
                        settings.workers(),
                        Thread.ofPlatform().daemon().name("semgrep-", 0).factory());
        for (int i = 0; i < settings.workers(); i++) {
            workers.execute(this::work);
        }
        observer.queue(NAME, waiting::length);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine engine() {
        ScanResult result = probe().join();
        boolean up =
                probe.isMetBy(result)
                        || (result instanceof Failed failed
                                && failed.cause() == Failed.Cause.OVERLOAD);
        return new Engine(
                NAME,
                VERSION,
                up,
                up
                        ? "%s batches at a time, %s"
                                .formatted(
                                        settings.workers(),
                                        core.networkIsOff()
                                                ? "without network"
                                                : "metrics off; the kernel does not let it give up the network")
                        : "the probe was not judged as it must be: " + result);
    }

    @Override
    public ScanResult scan(Subject subject) {
        if (!SubjectTexts.areThereFor(subject.kind())) {
            return new Scanned(List.of());
        }
        ScanResult first = attempt(subject, false);
        if (!(first instanceof Failed failure)
                || failure.cause() == Failed.Cause.OVERLOAD
                || Thread.currentThread().isInterrupted()) {
            return first;
        }
        LOG.warn("a scan failed and is tried again alone: {}", failure.detail());
        observer.retried(NAME);
        // A scan that failed is likely to be slow, so the probe need not wait for it.
        CompletableFuture<ScanResult> known = probe();
        ScanResult second = attempt(subject, true);
        if (!(second instanceof Failed again) || again.cause() != Failed.Cause.CONFIG) {
            return second;
        }
        try {
            ScanResult good = known.get();
            return probe.isMetBy(good)
                    ? again
                    : failed(Failed.Cause.ENGINE, "it fails on a known config: " + good);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failed.interrupted(NAME);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the probe threw", e.getCause());
        }
    }

    /** One probe serves all scans that fail while it is under way. */
    private CompletableFuture<ScanResult> probe() {
        return probing.updateAndGet(last ->
                last.isDone()
                        ? CompletableFuture.supplyAsync(
                                () -> attempt(probe.subject(), true), beside)
                        : last);
    }

    /** One scan. A failure is put down to the config until shown otherwise, where the config can have been the reason. */
    private ScanResult attempt(Subject subject, boolean alone) {
        SubjectTexts texts = SubjectTexts.of(subject);
        var scan = Waiting.of(texts.targets());
        if (!waiting.offer(scan, alone)) {
            return overload(
                    "it has %s scans waiting, which is the limit; send fewer at a time"
                            .formatted(settings.queue()));
        }
        try {
            scan.started().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            Duration most = settings.deadline().plusSeconds(5);
            List<OfTarget> read = scan.done().get(most.toMillis(), TimeUnit.MILLISECONDS);
            return violations.of(texts, read);
        } catch (TimeoutException e) {
            return scan.started().isDone()
                    ? failed(Failed.Cause.ENGINE, "a batch did not end in time")
                    : overload(
                            "the scan waited for %s ms without its turn"
                                    .formatted(settings.patience().toMillis()));
        } catch (ExecutionException e) {
            return e.getCause() instanceof LostBatchException lost
                    ? failed(lost.ours() ? Failed.Cause.ENGINE : Failed.Cause.CONFIG, lost.why())
                    : failed(Failed.Cause.ENGINE, String.valueOf(e.getCause()));
        } catch (LostBatchException e) {
            return failed(Failed.Cause.CONFIG, e.why());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failed.interrupted(NAME);
        } finally {
            waiting.withdraw(scan);
        }
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                List<Waiting> scans = waiting.take();
                try {
                    batch(scans);
                } finally {
                    waiting.finished();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void batch(List<Waiting> scans) {
        scans.forEach(scan -> scan.started().complete(true));
        List<TextTarget> targets = new ArrayList<>();
        List<List<TextTarget>> byScan = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            String before = "s%s-".formatted(i);
            byScan.add(
                    scans.get(i).files().stream()
                            .map(file ->
                                    new TextTarget(
                                            before + file.name(), file.analyzer(), file.text()))
                            .toList());
            targets.addAll(byScan.getLast());
        }
        long start = System.nanoTime();
        try {
            TextReport report = core.scan(targets);
            for (int i = 0; i < scans.size(); i++) {
                scans.get(i)
                        .done()
                        .complete(
                                byScan.get(i).stream()
                                        .map(file -> report.of(file.name()))
                                        .toList());
            }
            observer.batch(NAME, targets.size(), Duration.ofNanos(System.nanoTime() - start));
        } catch (LostBatchException e) {
            LOG.warn("a batch of {} files is lost: {}", targets.size(), e.why());
            observer.lost(NAME);
            scans.forEach(scan -> scan.done().completeExceptionally(e));
        } catch (RuntimeException e) {
            LOG.error("a batch of {} files is lost", targets.size(), e);
            observer.lost(NAME);
            scans.forEach(scan -> scan.done().completeExceptionally(e));
        }
    }

    private static Failed failed(Failed.Cause cause, String detail) {
        return new Failed(NAME, cause, "Semgrep: " + detail, RETRY_AFTER);
    }

    private static Failed overload(String detail) {
        return failed(Failed.Cause.OVERLOAD, detail);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        beside.shutdownNow();
        watchdog.shutdown();
    }
}
