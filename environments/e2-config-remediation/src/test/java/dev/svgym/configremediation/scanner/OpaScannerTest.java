package dev.svgym.configremediation.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The real rules in the real engine, and what becomes of a scan when it is broken, too slow or overrun. */
class OpaScannerTest {

    private static final OpaSettings SETTINGS =
            new OpaSettings(2, 64, Duration.ofSeconds(10), Duration.ofSeconds(10), 2048);
    private static final Probe PROBE = new Probe(pods(1, 0), "K8S-HOST-NETWORK");

    private static byte[] module() {
        try (InputStream module =
                OpaScannerTest.class.getResourceAsStream("/dev/svgym/policies/policy.wasm")) {
            assertThat(module).isNotNull();
            return module.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pods on the host's network, with so many containers each that break some more rules. */
    private static Subject pods(int pods, int containers) {
        return of("kubernetes", input(pods, containers));
    }

    private static Subject of(String kind, JsonNode input) {
        return new Subject(
                new Named(kind),
                new TreeMap<>(),
                new Config(List.of(), new TreeMap<>(), new TreeMap<>(), input));
    }

    /** A kind that need not read, since the input is made here. */
    private record Named(String label) implements ConfigKind {

        @Override
        public boolean reads(String path) {
            return true;
        }

        @Override
        public List<String> defaultRules() {
            return List.of();
        }

        @Override
        public String objectForm() {
            return "name";
        }

        @Override
        public Parsed parse(SortedMap<String, String> files) {
            throw new UnsupportedOperationException();
        }
    }

    private static JsonNode input(int pods, int containers) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        var objects = input.putArray("objects");
        for (int i = 0; i < pods; i++) {
            String id = "Pod/default/web" + i;
            ObjectNode object = objects.addObject();
            object.put("id", id).put("kind", "Pod").put("namespace", "default");
            ObjectNode pod = object.putArray("pods").addObject();
            pod.putArray("path");
            pod.putObject("metadata");
            pod.putObject("spec").put("hostNetwork", true);
            var list = pod.putArray("containers");
            for (int c = 0; c < containers; c++) {
                ObjectNode container = list.addObject();
                container.put("id", id + "/c" + c).put("name", "c" + c).put("list", "containers");
                container.putArray("path").add("spec").add("containers").add("c" + c);
                container.putObject("spec").putObject("securityContext").put("privileged", true);
            }
        }
        return input;
    }

    private static List<String> rules(ScanResult result) {
        assertThat(result).isInstanceOf(Scanned.class);
        return ((Scanned) result).violations().stream().map(Violation::rule).toList();
    }

    @Nested
    class a_healthy_engine {

        @Test
        void finds_what_is_there_in_a_fixed_order() {
            try (var scanner = new OpaScanner(module(), PROBE, SETTINGS, ScanObserver.NONE)) {
                assertThat(scanner.engine().up()).isTrue();
                assertThat(rules(scanner.scan(pods(1, 0)))).contains("K8S-HOST-NETWORK");
                assertThat(rules(scanner.scan(pods(1, 1))))
                        .contains("K8S-HOST-NETWORK", "K8S-PRIVILEGED", "K8S-RUN-AS-NON-ROOT")
                        .isEqualTo(rules(scanner.scan(pods(1, 1))));
            }
        }

        @Test
        void finds_the_same_from_many_threads() throws Exception {
            try (var scanner = new OpaScanner(module(), PROBE, SETTINGS, ScanObserver.NONE);
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                ScanResult alone = scanner.scan(pods(2, 2));
                Callable<ScanResult> scan = () -> scanner.scan(pods(2, 2));

                List<Future<ScanResult>> many =
                        callers.invokeAll(IntStream.range(0, 50).mapToObj(_ -> scan).toList());

                for (Future<ScanResult> one : many) {
                    assertThat(one.get()).isEqualTo(alone);
                }
            }
        }

        @Test
        void outlives_a_config_that_takes_too_long_and_blames_it() {
            var hasty = new OpaSettings(1, 8, Duration.ofSeconds(10), Duration.ofMillis(700), 4096);
            try (var scanner = new OpaScanner(module(), PROBE, hasty, ScanObserver.NONE)) {
                // Compiles the module, which must not count against the config.
                assertThat(scanner.engine().up()).isTrue();

                ScanResult result = scanner.scan(pods(100, 200));

                assertThat(result).isInstanceOf(Failed.class);
                assertThat(((Failed) result).cause()).isEqualTo(Failed.Cause.CONFIG);
                assertThat(rules(scanner.scan(pods(1, 0)))).contains("K8S-HOST-NETWORK");
            }
        }

        @Test
        void refuses_at_once_what_it_has_no_room_for() throws Exception {
            var narrow =
                    new OpaSettings(1, 0, Duration.ofSeconds(10), Duration.ofSeconds(10), 4096);
            try (var scanner = new OpaScanner(module(), PROBE, narrow, ScanObserver.NONE);
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<ScanResult> scan = () -> scanner.scan(pods(20, 20));

                var results = callers.invokeAll(IntStream.range(0, 8).mapToObj(_ -> scan).toList());

                int refused = 0;
                for (Future<ScanResult> one : results) {
                    if (one.get() instanceof Failed failed) {
                        assertThat(failed.cause()).isEqualTo(Failed.Cause.OVERLOAD);
                        assertThat(failed.retryAfter()).isPositive();
                        refused++;
                    }
                }
                assertThat(refused).isBetween(1, 7);
            }
        }
    }

    @Nested
    class a_broken_engine {

        @Test
        void is_down_and_a_scan_is_a_failure_of_its_own() {
            try (var scanner =
                    new OpaScanner(
                            new byte[] {0, 'a', 's', 'm'}, PROBE, SETTINGS, ScanObserver.NONE)) {
                assertThat(scanner.engine().up()).isFalse();
                ScanResult result = scanner.scan(pods(1, 0));

                assertThat(result).isInstanceOf(Failed.class);
                assertThat(((Failed) result).cause()).isEqualTo(Failed.Cause.ENGINE);
            }
        }

        @Test
        void is_told_by_a_probe_that_is_not_judged_as_it_must_be() {
            var wrong = new Probe(pods(0, 0), "K8S-HOST-NETWORK");
            try (var scanner = new OpaScanner(module(), wrong, SETTINGS, ScanObserver.NONE)) {
                assertThat(scanner.engine().up()).isFalse();
            }
        }

        @Test
        void of_an_unknown_kind_scans_nothing() {
            try (var scanner = new OpaScanner(module(), PROBE, SETTINGS, ScanObserver.NONE)) {
                assertThat(scanner.scan(of("nothing", input(1, 0)))).isInstanceOf(Failed.class);
            }
        }
    }
}
