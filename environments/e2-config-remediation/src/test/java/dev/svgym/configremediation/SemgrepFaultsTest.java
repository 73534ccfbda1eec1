package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Failed.Cause;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.configremediation.scanner.SemgrepScanner;
import dev.svgym.configremediation.scanner.SemgrepSettings;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.configremediation.scanner.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** The real Semgrep, and what becomes of a scan when something happens to it: never a clean config that is none. */
class SemgrepFaultsTest {

    @TempDir Path folder;

    private Faults faults;

    @BeforeEach
    void require() {
        Semgrep.require();
        faults = new Faults(folder);
    }

    private static void assertFound(ScanResult result) {
        assertThat(result).isInstanceOf(Scanned.class);
        assertThat(((Scanned) result).violations())
                .extracting(Violation::rule)
                .containsExactly("K8S-PASSWORD-ENV");
    }

    private static void assertFailed(ScanResult result, Cause cause) {
        assertThat(result).isInstanceOf(Failed.class);
        assertThat(((Failed) result).cause()).as(result.toString()).isEqualTo(cause);
        assertThat(((Failed) result).retryAfter()).isPositive();
    }

    private SemgrepSettings hasty(Path core) {
        SemgrepSettings settings = faults.settings(core);
        return new SemgrepSettings(
                core,
                settings.scratch(),
                2,
                50,
                Duration.ofMillis(5),
                64,
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                2048);
    }

    @Nested
    class when_nothing_is_wrong {

        @Test
        void a_violation_has_rule_object_and_keyed_path() {
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core())) {
                ScanResult result = scanner.scan(Faults.subject(Faults.FAULTY));

                assertFound(result);
                Violation violation = ((Scanned) result).violations().getFirst();
                assertThat(violation.object()).isEqualTo("Pod/default/web/app");
                assertThat(violation.path())
                        .containsExactly(
                                "spec", "containers", "app", "env", "DB_PASSWORD", "value");
                assertThat(violation.element())
                        .containsExactly("spec", "containers", "app", "env", "DB_PASSWORD");
                assertThat(violation.message()).contains("DB_PASSWORD").doesNotContain("hunter2");
                assertThat(scanner.engine().up()).isTrue();
            }
        }

        @Test
        void a_kind_without_rules_for_its_text_needs_no_run() throws IOException {
            var files = new TreeMap<>(Map.of("budget.csv", "1,2\n"));
            var config = ((Parsed.Read) new Sheets().parse(files)).config();
            var subject = new Subject(new Sheets(), files, config);
            try (SemgrepScanner scanner = faults.scanner(faults.behind("exit 1"))) {
                assertThat(scanner.scan(subject)).isEqualTo(new Scanned(List.of()));
            }
        }

        @Test
        void a_comment_hides_nothing() {
            String marked = Faults.FAULTY.replace("hunter2", "hunter2 # nosemgrep");
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core())) {
                assertFound(scanner.scan(Faults.subject("# nosemgrep\n" + marked)));
            }
        }

        @Test
        void many_at_once_share_runs_and_none_gets_what_is_anothers() throws Exception {
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core());
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<ScanResult>> scans =
                        IntStream.range(0, 40).mapToObj(i -> scan(scanner, i)).toList();
                List<Future<ScanResult>> results = callers.invokeAll(scans);

                for (int i = 0; i < results.size(); i++) {
                    var found = ((Scanned) results.get(i).get()).violations();
                    if (i % 2 == 0) {
                        assertThat(found)
                                .extracting(Violation::object)
                                .containsExactly("Pod/default/web%d/app".formatted(i));
                    } else {
                        assertThat(found).isEmpty();
                    }
                }
            }
            assertThat(faults.batches.get()).isLessThan(20);
            try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
                assertThat(left).isEmpty();
            }
        }

        private Callable<ScanResult> scan(SemgrepScanner scanner, int i) {
            String text = Faults.FAULTY.replace("name: web", "name: web" + i);
            return () ->
                    scanner.scan(
                            Faults.subject(
                                    i % 2 == 0 ? text : text.replace("hunter2", "$(OTHER)")));
        }

        @Test
        void it_runs_without_network_and_within_its_memory() throws IOException {
            Path seen = folder.resolve("seen");
            Path core =
                    faults.behind(
                            "{ ulimit -v; cat /proc/self/net/dev; env; } > %s; exec \"$core\" \"$@\""
                                    .formatted(seen));
            try (SemgrepScanner scanner = faults.scanner(core)) {
                assertFound(scanner.scan(Faults.subject(Faults.FAULTY)));

                String shown = Files.readString(seen);
                assertThat(shown).startsWith("%d\n".formatted(2048 * 1024));
                assertThat(shown).doesNotContain("JAVA_HOME", "MAVEN");
                if (scanner.engine().detail().contains("without network")) {
                    assertThat(shown).doesNotContain("eth0");
                }
            }
        }
    }

    @Nested
    class when_it_is_our_fault {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mkdir \"$once\" && kill -KILL $$; exec \"$core\" \"$@\"",
                    "mkdir \"$once\" && kill -STOP $$; exec \"$core\" \"$@\"",
                    "mkdir \"$once\" && exit 1; exec \"$core\" \"$@\"",
                    "mkdir \"$once\" && echo garbage && exit 0; exec \"$core\" \"$@\"",
                    "mkdir \"$once\" && ulimit -v 300000; exec \"$core\" \"$@\""
                })
        void what_happens_once_is_counted_and_mended(String script) throws IOException {
            try (SemgrepScanner scanner = faults.scanner(hasty(faults.behind(script)))) {
                assertFound(scanner.scan(Faults.subject(Faults.FAULTY)));
            }
            assertThat(faults.lost).hasValue(1);
            assertThat(faults.retried).hasValue(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kill -KILL $$",
                    "kill -STOP $$; exec \"$core\" \"$@\"",
                    "exec sleep 60",
                    "echo garbage",
                    "echo '{}'",
                    "exit 0",
                    "exec yes",
                    "ulimit -v 300000; exec \"$core\" \"$@\"",
                    "echo '{\"results\":[],\"errors\":[],\"skipped_rules\":[],\"paths\":{\"scanned\":[\"s0-f0.yaml\",\"canary.yaml\"]}}'"
                })
        void what_goes_on_happening_is_no_verdict_on_a_config_and_the_engine_is_down(String script)
                throws IOException {
            try (SemgrepScanner scanner = faults.scanner(hasty(faults.behind(script)))) {
                assertFailed(scanner.scan(Faults.subject(Examples.REPAIRED)), Cause.ENGINE);
                assertThat(scanner.engine().up()).isFalse();
            }
            assertThat(faults.batches).hasValue(0);
        }

        @Test
        void an_old_report_played_again_is_not_believed() throws IOException {
            Path core =
                    faults.behind(
                            """
                            if mkdir "$once" 2>/dev/null; then "$core" "$@" | tee "$once/report"; else cat "$once/report"; fi\
                            """);
            try (SemgrepScanner scanner = faults.scanner(core)) {
                assertFound(scanner.scan(Faults.subject(Faults.FAULTY)));
                assertFailed(scanner.scan(Faults.subject(Faults.FAULTY)), Cause.ENGINE);
            }
        }

        @Test
        void a_rule_that_cannot_be_read_takes_the_engine_down_and_no_config_with_it() {
            String rules =
                    new String(Faults.RULES, StandardCharsets.UTF_8)
                            .replace(
                                    "\"pattern-inside\":\"env: $ENV\\n\"",
                                    "\"pattern-inside\":\"env: [\"");
            try (var scanner =
                    new SemgrepScanner(
                            rules.getBytes(StandardCharsets.UTF_8),
                            Faults.probe(),
                            faults.settings(Examples.SEMGREP.core()),
                            faults)) {
                assertFailed(scanner.scan(Faults.subject(Examples.REPAIRED)), Cause.ENGINE);
                assertThat(scanner.engine().up()).isFalse();
            }
        }

        @Test
        void a_folder_that_cannot_be_written_is_no_fault_of_a_config() throws IOException {
            Files.writeString(folder.resolve("scratch"), "not a folder");
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core())) {
                assertFailed(scanner.scan(Faults.subject(Faults.FAULTY)), Cause.ENGINE);

                Files.delete(folder.resolve("scratch"));

                assertFound(scanner.scan(Faults.subject(Faults.FAULTY)));
            }
        }

        /** The rules alone are longer than the folder is large, so that no batch can be written. */
        @Test
        void a_folder_that_is_full_is_no_fault_of_a_config_and_its_scans_go_on_when_it_is_not()
                throws Exception {
            Path scratch = Files.createDirectory(folder.resolve("scratch"));
            assertThat(Faults.RULES).hasSizeGreaterThan(4 * 1024);
            Mounts mounts = Mounts.require(scratch);
            mounts.mount("4k");
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core())) {
                assertFailed(scanner.scan(Faults.subject(Faults.FAULTY)), Cause.ENGINE);
                assertFailed(scanner.scan(Faults.subject(Examples.REPAIRED)), Cause.ENGINE);
                assertThat(scanner.engine().up()).isFalse();

                mounts.mount("remount,8m");

                assertFound(scanner.scan(Faults.subject(Faults.FAULTY)));
                assertThat(scanner.engine().up()).isTrue();
            } finally {
                mounts.unmount();
            }
        }

        @Test
        void a_binary_that_has_gone_is_missed_and_found_again() throws IOException {
            Path core = faults.behind("exec \"$core\" \"$@\"");
            Path away = core.resolveSibling("away");
            try (SemgrepScanner scanner = faults.scanner(core)) {
                Files.move(core, away);
                assertFailed(scanner.scan(Faults.subject(Faults.FAULTY)), Cause.ENGINE);

                Files.move(away, core);

                assertFound(scanner.scan(Faults.subject(Faults.FAULTY)));
            }
        }

        @Test
        void more_than_may_wait_is_refused_at_once() throws Exception {
            SemgrepSettings settings = faults.settings(faults.behind("exec sleep 60"));
            var narrow =
                    new SemgrepSettings(
                            settings.core(),
                            settings.scratch(),
                            1,
                            1,
                            Duration.ZERO,
                            2,
                            Duration.ofMillis(500),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(1),
                            2048);
            try (SemgrepScanner scanner = faults.scanner(narrow);
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<ScanResult> scan = () -> scanner.scan(Faults.subject(Faults.FAULTY));

                var results =
                        callers.invokeAll(IntStream.range(0, 12).mapToObj(_ -> scan).toList());

                int overloaded = 0;
                for (Future<ScanResult> result : results) {
                    assertThat(result.get()).isInstanceOf(Failed.class);
                    overloaded += ((Failed) result.get()).cause() == Cause.OVERLOAD ? 1 : 0;
                }
                // One runs, two wait and give up or run; all others find no room.
                assertThat(overloaded).isGreaterThanOrEqualTo(9);
            }
        }
    }

    @Nested
    class when_it_is_the_agents_fault {

        @Test
        void a_text_that_does_not_parse_is_unscannable_and_its_neighbours_are_not()
                throws Exception {
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core());
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                String torn = Faults.FAULTY + "broken: [1, 2\nb: }{\n";
                Future<ScanResult> bad =
                        callers.submit(() -> scanner.scan(Faults.subject(Faults.FAULTY, torn)));
                Future<ScanResult> good =
                        callers.submit(() -> scanner.scan(Faults.subject(Faults.FAULTY)));

                assertFailed(bad.get(), Cause.CONFIG);
                assertFound(good.get());
                assertThat(scanner.engine().up()).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"exec sleep 60", "kill -SEGV $$", "exit 2"})
        void a_text_that_breaks_every_run_is_unscannable_and_its_neighbours_are_not(String breaking)
                throws Exception {
            Path core =
                    faults.behind(
                            "if grep -q poison s*.yaml; then %s; fi; exec \"$core\" \"$@\""
                                    .formatted(breaking));
            try (SemgrepScanner scanner = faults.scanner(hasty(core));
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<ScanResult> bad =
                        callers.submit(() ->
                                scanner.scan(
                                        Faults.subject(
                                                Faults.FAULTY, Faults.FAULTY + "# poison\n")));
                Future<ScanResult> good =
                        callers.submit(() -> scanner.scan(Faults.subject(Faults.FAULTY)));

                assertFailed(bad.get(), Cause.CONFIG);
                assertFound(good.get());
                assertThat(scanner.engine().up()).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"ghp_", "xoxb-", "-----BEGIN AAAA ", "AKIA", "a b ", "\u00e9"})
        void padding_hides_no_credential(String piece) {
            String key = "AKIA" + "Q3EGRIUL5XTZ7WPB";
            String padding = piece.repeat(100_000 / piece.length());
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core())) {
                for (String value : List.of(padding + " " + key, key + " " + padding)) {
                    String text =
                            Faults.FAULTY
                                    .replace("DB_PASSWORD", "PLAIN")
                                    .replace("hunter2", "\"" + value + "\"");

                    ScanResult result = scanner.scan(Faults.subject(text));

                    assertThat(((Scanned) result).violations())
                            .extracting(Violation::rule)
                            .containsExactly("K8S-CREDENTIALS-ENV");
                }
            }
        }

        @Test
        void a_manifest_made_to_be_slow_is_judged_or_unscannable_and_never_clean() {
            var entries = new StringBuilder();
            for (int i = 0; i < 3_000; i++) {
                entries.append(
                        "        - name: A%d\n          value: \"%d AKIA ghp_ ----\"\n"
                                .formatted(i, i));
            }
            String many = Faults.FAULTY.replace("      env:\n", "      env:\n" + entries);
            try (SemgrepScanner scanner = faults.scanner(Examples.SEMGREP.core())) {
                ScanResult result = scanner.scan(Faults.subject(many));

                if (result instanceof Failed) {
                    assertFailed(result, Cause.CONFIG);
                } else {
                    assertFound(result);
                }
            }
        }
    }

    /** A kind whose text no engine reads. */
    private record Sheets() implements ConfigKind {

        @Override
        public String label() {
            return "sheets";
        }

        @Override
        public boolean reads(String path) {
            return path.endsWith(".csv");
        }

        @Override
        public List<String> defaultRules() {
            return List.of();
        }

        @Override
        public String objectForm() {
            return "cell";
        }

        @Override
        public Parsed parse(SortedMap<String, String> files) {
            return new Parsed.Read(
                    new Config(
                            List.of(),
                            new TreeMap<>(),
                            new TreeMap<>(),
                            JsonNodeFactory.instance.objectNode()));
        }
    }
}
