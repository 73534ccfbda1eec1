package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.scanner.Evaluation.Busy;
import dev.svgym.configremediation.scanner.Evaluation.Done;
import dev.svgym.configremediation.scanner.Evaluation.Lost;
import dev.svgym.configremediation.scanner.Evaluation.Overdue;
import dev.svgym.configremediation.scanner.Evaluation.Unevaluated;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.environment.Engine;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The same rules in an OPA server, over its REST API.
 *
 * <p>Every reply names the revision of the bundle that was evaluated: with any other than that of the catalogue nothing
 * was scanned. A connection that fails is tried again, for an evaluation changes nothing; what OPA replied never is.
 */
public final class RemoteOpaScanner implements Scanner {

    private static final String NAME = "opa";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final OpaServer server;
    private final String revision;
    private final Probe probe;
    private final RemoteOpaSettings settings;
    private final Semaphore connections;

    /**
     * @param revision of the bundle with the rules of the catalogue
     * @param probe a scan whose result is known
     */
    public RemoteOpaScanner(
            OpaServer server, String revision, Probe probe, RemoteOpaSettings settings) {
        this.server = server;
        this.revision = revision;
        this.probe = probe;
        this.settings = settings;
        this.connections = new Semaphore(settings.connections(), true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Engine engine() {
        return switch (evaluate(probe.subject())) {
            case Done(var version, var violations) when probe.isMetBy(new Scanned(violations)) ->
                    new Engine(
                            NAME,
                            version,
                            true,
                            "remote, %s connections, bundle of revision %s"
                                    .formatted(settings.connections(), revision));
            case Done(var version, var violations) ->
                    new Engine(
                            NAME,
                            version,
                            false,
                            "the probe was not judged as it must be: " + violations);
            case Busy(var why) -> down(why);
            case Overdue(var why) -> down(why);
            case Unevaluated(var why) -> down(why);
            case Lost(var why) -> down(why);
        };
    }

    private static Engine down(String why) {
        return new Engine(NAME, "unknown", false, "the OPA server cannot be used: " + why);
    }

    @Override
    public ScanResult scan(Subject subject) {
        Evaluation first = evaluate(subject);
        return switch (first instanceof Overdue ? evaluate(subject) : first) {
            case Done(_, var violations) -> new Scanned(violations);
            case Overdue(var why) -> blame(why);
            case Unevaluated(var why) -> blame(why);
            case Busy(var why) -> failed(Failed.Cause.OVERLOAD, why);
            case Lost(var why) ->
                    failed(Failed.Cause.ENGINE, "the OPA server cannot be used: " + why);
        };
    }

    /** It is the config's doing only where the server judges a known one as it must. */
    private Failed blame(String why) {
        return engine().up()
                ? failed(Failed.Cause.CONFIG, "OPA could not evaluate: " + why)
                : failed(Failed.Cause.ENGINE, "OPA fails on a known config: " + why);
    }

    private static Failed failed(Failed.Cause cause, String detail) {
        return new Failed(NAME, cause, detail, RETRY_AFTER);
    }

    private Evaluation evaluate(Subject subject) {
        String kind = subject.kind().label();
        String question = "{\"input\":" + subject.config().input() + "}";
        try {
            if (!connections.tryAcquire()) {
                if (connections.getQueueLength() >= settings.queue()) {
                    return new Busy(
                            "OPA has %s scans waiting, which is the limit; send fewer at a time"
                                    .formatted(settings.queue()));
                }
                if (!connections.tryAcquire(
                        settings.deadline().toMillis(), TimeUnit.MILLISECONDS)) {
                    return new Busy(
                            "none of the %s connections to OPA was free within %s"
                                    .formatted(settings.connections(), settings.deadline()));
                }
            }
            try {
                return ask(kind, question);
            } finally {
                connections.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lost("the scan was interrupted");
        }
    }

    private Evaluation ask(String kind, String question) throws InterruptedException {
        Duration pause = settings.backoff();
        for (int attempt = 1; ; attempt++) {
            try {
                return Evaluation.of(server.violations(kind, question), revision);
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                if (e instanceof HttpTimeoutException
                        && !(e instanceof HttpConnectTimeoutException)) {
                    return new Overdue("no reply within " + settings.deadline());
                }
                if (attempt >= settings.attempts()) {
                    return new Lost(
                            "%s attempts to connect failed, the last one by %s"
                                    .formatted(attempt, e));
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
