package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.environment.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The engines of this server, found by name. Several scan one subject side by side. Safe for use by many threads. */
public final class Engines implements AutoCloseable {

    private final SequencedMap<String, Scanner> scanners = new LinkedHashMap<>();
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    public Engines(List<Scanner> scanners) {
        scanners.forEach(scanner -> this.scanners.put(scanner.name(), scanner));
    }

    /** Names of the engines, those that are down among them. */
    public List<String> names() {
        return List.copyOf(scanners.keySet());
    }

    /** How each engine is now. */
    public List<Engine> now() {
        return scanners.values().stream().map(Scanner::engine).toList();
    }

    /** How one engine is now. */
    public Engine now(String name) {
        return scanner(name).engine();
    }

    /**
     * What these engines find together; that of the first that failed where one did.
     *
     * @param names of engines that are known; not empty
     */
    public ScanResult scan(Subject subject, Collection<String> names) {
        List<Scanner> wanted = names.stream().map(this::scanner).toList();
        Scanner own = wanted.getFirst();
        List<Future<ScanResult>> others = new ArrayList<>();
        for (Scanner scanner : wanted.subList(1, wanted.size())) {
            others.add(beside.submit(() -> scanner.scan(subject)));
        }
        List<ScanResult> results = new ArrayList<>();
        try {
            results.add(own.scan(subject));
            for (Future<ScanResult> other : others) {
                results.add(other.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failed.interrupted(own.name());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scanner threw", e.getCause());
        } finally {
            others.forEach(other -> other.cancel(true));
        }
        return together(results);
    }

    /** A config that is known to break an engine does so whatever the others say; else an engine's fault comes first. */
    private static ScanResult together(List<ScanResult> results) {
        List<Violation> violations = new ArrayList<>();
        Failed failure = null;
        for (ScanResult result : results) {
            switch (result) {
                case Scanned(var found) -> violations.addAll(found);
                case Failed failed when failed.cause() == Failed.Cause.CONFIG -> {
                    return failed;
                }
                case Failed failed -> failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            return failure;
        }
        violations.sort(Violation.ORDER);
        return new Scanned(violations);
    }

    private Scanner scanner(String name) {
        Scanner scanner = scanners.get(name);
        if (scanner == null) {
            throw new IllegalArgumentException(
                    "no engine is called %s; there are %s".formatted(name, names()));
        }
        return scanner;
    }

    @Override
    public void close() {
        beside.shutdownNow();
        scanners.values().forEach(Scanner::close);
    }
}
