package dev.svgym.configremediation.scanner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.environment.Digest;
import dev.svgym.environment.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Scans equal content once: one scan at a time for all who ask, and its result for all who ask later. What is equal is
 * told by kind, paths, texts, rules and engine. Only completed scans are kept.
 */
public final class CachedScanner implements Scanner {

    private static final int OVERHEAD = 256;

    private final Scanner scanner;
    private final String rules;
    private final ScanObserver observer;
    private final Cache<String, Scanned> known;
    private final ConcurrentMap<String, CompletableFuture<ScanResult>> underWay =
            new ConcurrentHashMap<>();

    /**
     * @param rules digest of the rules and of the engine that holds them
     * @param mostBytes of results that are kept, roughly
     */
    public CachedScanner(Scanner scanner, String rules, long mostBytes, ScanObserver observer) {
        this.scanner = scanner;
        this.rules = rules;
        this.observer = observer;
        this.known =
                Caffeine.newBuilder()
                        .maximumWeight(mostBytes)
                        .weigher((String _, Scanned scan) -> weight(scan))
                        .build();
    }

    @Override
    public String name() {
        return scanner.name();
    }

    @Override
    public Engine engine() {
        return scanner.engine();
    }

    @Override
    public ScanResult scan(Subject subject) {
        String key = key(subject);
        while (true) {
            Scanned found = known.getIfPresent(key);
            if (found != null) {
                observer.asked(name(), true);
                return found;
            }
            var own = new CompletableFuture<ScanResult>();
            CompletableFuture<ScanResult> other = underWay.putIfAbsent(key, own);
            if (other == null) {
                observer.asked(name(), false);
                return lead(key, own, subject);
            }
            ScanResult result = follow(other);
            // Whoever led was called off, which is no reason for those who followed.
            if (!result.equals(Failed.interrupted(name()))
                    || Thread.currentThread().isInterrupted()) {
                observer.asked(name(), true);
                return result;
            }
        }
    }

    private ScanResult lead(String key, CompletableFuture<ScanResult> promise, Subject subject) {
        long start = System.nanoTime();
        ScanResult result = Failed.interrupted(name());
        try {
            result = scanner.scan(subject);
            if (result instanceof Scanned scanned) {
                known.put(key, scanned);
            }
        } finally {
            underWay.remove(key, promise);
            promise.complete(result);
        }
        observer.scanned(name(), result, Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    private ScanResult follow(CompletableFuture<ScanResult> leader) {
        try {
            return leader.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failed.interrupted(name());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a promise is never broken", e);
        }
    }

    private String key(Subject subject) {
        List<String> texts = new ArrayList<>();
        texts.add(rules);
        texts.add(subject.kind().label());
        subject.files()
                .forEach((path, text) -> {
                    texts.add(path);
                    texts.add(text);
                });
        return Digest.of(texts.toArray(String[]::new));
    }

    private static int weight(Scanned scan) {
        int bytes = OVERHEAD;
        for (Violation violation : scan.violations()) {
            bytes +=
                    OVERHEAD
                            + violation.object().length()
                            + violation.message().length()
                            + violation.path().stream().mapToInt(String::length).sum();
        }
        return bytes;
    }

    @Override
    public void close() {
        scanner.close();
    }
}
