package dev.svgym.configremediation.scanner;

import com.styra.opa.wasm.OpaPolicy;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.environment.Engine;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The real OPA, its rules compiled to WebAssembly, inside this process.
 *
 * <p>An instance is not thread safe, so a bounded pool of platform threads takes one at a time from those that are idle.
 * One that missed its deadline, or failed in any other way, is thrown away.
 */
public final class OpaScanner implements Scanner {

    /** The version of {@code opa} that compiled the rules. */
    public static final String VERSION = "1.22.2";

    private static final String NAME = "opa";
    private static final Logger LOG = LoggerFactory.getLogger(OpaScanner.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final byte[] module;
    private final Probe probe;
    private final OpaSettings settings;
    private final Queue<OpaPolicy> idle = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor watchdog =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("opa-watchdog").factory());

    /**
     * @param module the compiled rules
     * @param probe a scan whose result is known
     */
    public OpaScanner(byte[] module, Probe probe, OpaSettings settings, ScanObserver observer) {
        this.module = module.clone();
        this.probe = probe;
        this.settings = settings;
        BlockingQueue<Runnable> waiting =
                settings.queue() == 0
                        ? new SynchronousQueue<>()
                        : new ArrayBlockingQueue<>(settings.queue());
        this.threads =
                new ThreadPoolExecutor(
                        settings.threads(),
                        settings.threads(),
                        0,
                        TimeUnit.SECONDS,
                        waiting,
                        Thread.ofPlatform().daemon().name("opa-", 0).factory());
        observer.queue(NAME, threads.getQueue()::size);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine engine() {
        ScanResult result = attempt(probe.subject(), false);
        boolean up = probe.isMetBy(result);
        return new Engine(
                NAME,
                VERSION,
                up,
                up
                        ? "embedded, %s threads".formatted(settings.threads())
                        : "the probe was not judged as it must be: " + result);
    }

    @Override
    public ScanResult scan(Subject subject) {
        ScanResult first = attempt(subject, false);
        if (!(first instanceof Failed failure) || failure.cause() != Failed.Cause.CONFIG) {
            return first;
        }
        LOG.warn("a scan failed and is tried again on a fresh instance: {}", failure.detail());
        ScanResult second = attempt(subject, true);
        if (second instanceof Failed failed && failed.cause() == Failed.Cause.CONFIG) {
            return probe.isMetBy(attempt(probe.subject(), false))
                    ? failed
                    : new Failed(
                            NAME,
                            Failed.Cause.ENGINE,
                            "OPA fails on a known config: " + failed.detail(),
                            RETRY_AFTER);
        }
        return second;
    }

    /** One evaluation. A failure is put down to the config until shown otherwise, save that of a full queue. */
    private ScanResult attempt(Subject subject, boolean fresh) {
        String kind = subject.kind().label();
        String input = subject.config().input().toString();
        var taken = new AtomicBoolean();
        Future<String> evaluation;
        try {
            evaluation =
                    threads.submit(() ->
                            taken.compareAndSet(false, true) ? evaluate(kind, input, fresh) : "");
        } catch (RejectedExecutionException e) {
            return new Failed(
                    NAME,
                    Failed.Cause.OVERLOAD,
                    "OPA has %s scans waiting, which is the limit; send fewer at a time"
                            .formatted(settings.queue()),
                    RETRY_AFTER);
        }
        try {
            return new Scanned(ViolationsReader.read(result(evaluation, taken)));
        } catch (TimeoutException e) {
            return new Failed(
                    NAME,
                    Failed.Cause.OVERLOAD,
                    "the scan waited for %s ms without its turn"
                            .formatted(settings.patience().toMillis()),
                    RETRY_AFTER);
        } catch (ExecutionException e) {
            return new Failed(
                    NAME,
                    Failed.Cause.CONFIG,
                    "OPA could not evaluate: " + e.getCause(),
                    RETRY_AFTER);
        } catch (JacksonException e) {
            return new Failed(
                    NAME,
                    Failed.Cause.ENGINE,
                    "OPA's result cannot be read: " + e.getMessage(),
                    RETRY_AFTER);
        } catch (InterruptedException e) {
            evaluation.cancel(true);
            Thread.currentThread().interrupt();
            return Failed.interrupted(NAME);
        }
    }

    /** A scan may run for as long as its own deadline says, but not wait for ever. */
    private String result(Future<String> evaluation, AtomicBoolean taken)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return evaluation.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (taken.compareAndSet(false, true)) {
                throw e;
            }
            return evaluation.get();
        }
    }

    private String evaluate(String kind, String input, boolean fresh)
            throws InterruptedException, ExecutionException {
        OpaPolicy policy = fresh ? null : idle.poll();
        if (policy == null) {
            // Takes its time, which is not the config's doing.
            policy = instance();
        }
        Thread thread = Thread.currentThread();
        ScheduledFuture<?> alarm =
                watchdog.schedule(
                        thread::interrupt, settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            String result = policy.entrypoint(kind + "/violations").evaluate(input);
            idle.add(policy);
            return result;
        } finally {
            disarm(alarm);
        }
    }

    /** Makes sure that an alarm that came too late does not hit the next scan of this thread. */
    private static void disarm(ScheduledFuture<?> alarm)
            throws InterruptedException, ExecutionException {
        boolean fired = !alarm.cancel(false);
        Thread.interrupted();
        if (fired) {
            alarm.get();
            Thread.interrupted();
        }
    }

    /**
     * An instance that has been through an evaluation: the first one links and compiles what it runs, which is not to count
     * against the config that comes next.
     */
    private OpaPolicy instance() {
        OpaPolicy policy =
                OpaPolicy.builder()
                        .withPolicy(module)
                        .withMaxMemory(settings.maxMemoryPages())
                        .build();
        policy.entrypoint(probe.subject().kind().label() + "/violations")
                .evaluate(probe.subject().config().input().toString());
        return policy;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        watchdog.shutdownNow();
    }
}
