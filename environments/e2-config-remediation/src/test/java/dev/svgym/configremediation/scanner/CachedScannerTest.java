package dev.svgym.configremediation.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.kubernetes.KubernetesKind;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.environment.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class CachedScannerTest {

    private static final ConfigKind KIND = new KubernetesKind();
    private static final Scanned FOUND =
            new Scanned(
                    List.of(
                            new Violation(
                                    "R", "o", "o", List.of("p"), List.of(), List.of(), "message")));
    private static final Failed BROKEN =
            new Failed("counting", Failed.Cause.ENGINE, "broken", Duration.ofSeconds(1));

    private final AtomicInteger scans = new AtomicInteger();

    private static Subject subject(String... pathsAndTexts) {
        var files = new TreeMap<String, String>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new Subject(
                KIND,
                files,
                new Config(
                        List.of(),
                        new TreeMap<>(Map.of()),
                        new TreeMap<>(Map.of()),
                        JsonNodeFactory.instance.objectNode()));
    }

    private CachedScanner over(long bytes, Supplier<ScanResult> result) {
        return new CachedScanner(
                new Scanner() {
                    @Override
                    public String name() {
                        return "counting";
                    }

                    @Override
                    public Engine engine() {
                        return new Engine("counting", "1", true, "");
                    }

                    @Override
                    public ScanResult scan(Subject subject) {
                        scans.incrementAndGet();
                        return result.get();
                    }

                    @Override
                    public void close() {}
                },
                "rules-1",
                bytes,
                ScanObserver.NONE);
    }

    @Test
    void equal_content_is_scanned_once() {
        try (CachedScanner scanner = over(1 << 20, () -> FOUND)) {
            assertThat(scanner.scan(subject("a", "x", "b", "y"))).isEqualTo(FOUND);
            assertThat(scanner.scan(subject("b", "y", "a", "x"))).isEqualTo(FOUND);

            assertThat(scans).hasValue(1);
        }
    }

    @Test
    void another_text_another_path_and_another_cut_between_them_are_other_content() {
        try (CachedScanner scanner = over(1 << 20, () -> FOUND)) {
            scanner.scan(subject("a", "xy"));
            scanner.scan(subject("a", "xz"));
            scanner.scan(subject("b", "xy"));
            scanner.scan(subject("ax", "y"));

            assertThat(scans).hasValue(4);
        }
    }

    @Test
    void a_failure_is_not_kept() {
        try (CachedScanner scanner = over(1 << 20, () -> scans.get() == 1 ? BROKEN : FOUND)) {
            assertThat(scanner.scan(subject("a", "x"))).isEqualTo(BROKEN);
            assertThat(scanner.scan(subject("a", "x"))).isEqualTo(FOUND);
        }
    }

    @Test
    void what_is_kept_is_bounded() {
        try (CachedScanner scanner = over(10_000, () -> FOUND)) {
            IntStream.range(0, 1_000).forEach(i -> scanner.scan(subject("a", "x" + i)));
            scans.set(0);
            IntStream.range(0, 1_000).forEach(i -> scanner.scan(subject("a", "x" + i)));

            // A result weighs some 500 bytes, so that about 20 of them are kept.
            assertThat(scans.get()).isGreaterThan(900);
        }
    }

    @Test
    void those_who_ask_while_it_is_scanned_wait_for_the_one_scan() throws Exception {
        var go = new CountDownLatch(1);
        try (CachedScanner scanner =
                        over(
                                1 << 20,
                                () -> {
                                    await(go);
                                    return FOUND;
                                });
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ScanResult> scan = () -> scanner.scan(subject("a", "x"));
            List<Future<ScanResult>> results =
                    IntStream.range(0, 50).mapToObj(_ -> callers.submit(scan)).toList();
            go.countDown();

            for (Future<ScanResult> result : results) {
                assertThat(result.get()).isEqualTo(FOUND);
            }
            assertThat(scans).hasValue(1);
        }
    }

    @Test
    void one_who_is_called_off_takes_nobody_along() throws Exception {
        var started = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        try (CachedScanner scanner =
                        over(
                                1 << 20,
                                () -> {
                                    if (scans.get() > 1) {
                                        return FOUND;
                                    }
                                    started.countDown();
                                    return await(never) ? FOUND : Failed.interrupted("counting");
                                });
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ScanResult> leader = callers.submit(() -> scanner.scan(subject("a", "x")));
            started.await();
            Future<ScanResult> follower = callers.submit(() -> scanner.scan(subject("a", "x")));
            leader.cancel(true);

            assertThat(follower.get()).isEqualTo(FOUND);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
