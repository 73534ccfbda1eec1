package dev.svgym.configremediation.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svgym.configremediation.RemoteOpaAutoConfiguration;
import dev.svgym.configremediation.kubernetes.KubernetesKind;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.scanner.OpaServer.Reply;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is made of everything that a server may say or fail to say; a real OPA server is asked elsewhere. */
class RemoteOpaScannerTest {

    private static final Duration DEADLINE = Duration.ofMillis(600);
    private static final RemoteOpaSettings SETTINGS =
            new RemoteOpaSettings(8, 64, DEADLINE, 3, Duration.ofMillis(10));
    private static final Subject KNOWN = subject("known");
    private static final Subject CONFIG = subject("größe");
    private static final Probe PROBE = new Probe(KNOWN, "K8S-PROBE");
    private static final Reply PROBED =
            new Reply(200, FakeOpa.evaluated("[" + FakeOpa.violation("K8S-PROBE") + "]"));

    private final FakeOpa opa = FakeOpa.listening(0);
    private final RemoteOpaScanner scanner = scanner(opa.url(), SETTINGS);

    private static Subject subject(String name) {
        return new Subject(
                new KubernetesKind(),
                new TreeMap<>(),
                new Config(
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        JsonNodeFactory.instance.objectNode().put("name", name)));
    }

    private static RemoteOpaScanner scanner(URI url, RemoteOpaSettings settings) {
        return new RemoteOpaScanner(
                RemoteOpaAutoConfiguration.connect(url, settings.deadline()),
                FakeOpa.REVISION,
                PROBE,
                settings);
    }

    private static Failed failed(ScanResult result) {
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }

    /** Judges the known config as it must be, and replies this to any other. */
    private void repliesToConfigs(Reply reply) {
        opa.replies(body -> body.contains("known") ? PROBED : reply);
    }

    @AfterEach
    void stop() {
        scanner.close();
        opa.close();
    }

    @Nested
    class a_server_with_the_rules_of_the_catalogue {

        @Test
        void is_asked_for_the_violations_of_the_kind_and_for_their_provenance() {
            repliesToConfigs(
                    new Reply(
                            200,
                            FakeOpa.evaluated(
                                    "[%s, %s]"
                                            .formatted(
                                                    FakeOpa.violation("K8S-B"),
                                                    FakeOpa.violation("K8S-A")))));

            ScanResult result = scanner.scan(CONFIG);

            assertThat(opa.questions())
                    .containsExactly(
                            "/v1/data/kubernetes/violations?provenance=true {\"input\":{\"name\":\"größe\"}}");
            assertThat(result).isInstanceOf(Scanned.class);
            assertThat(((Scanned) result).violations())
                    .extracting(Violation::rule)
                    .containsExactly("K8S-A", "K8S-B");
            assertThat(((Scanned) result).violations().getFirst().message()).isEqualTo("naïve");
        }

        @Test
        void is_up_and_says_its_own_version() {
            repliesToConfigs(PROBED);

            assertThat(scanner.engine().up()).isTrue();
            assertThat(scanner.engine().version()).isEqualTo("9.9.9");
            assertThat(scanner.engine().detail()).contains(FakeOpa.REVISION);
        }

        @Test
        void is_asked_over_connections_that_are_kept() {
            repliesToConfigs(new Reply(200, FakeOpa.evaluated("[]")));

            for (int i = 0; i < 20; i++) {
                assertThat(scanner.scan(CONFIG)).isInstanceOf(Scanned.class);
            }

            assertThat(opa.connections()).isEqualTo(1);
        }

        @Test
        void is_down_where_it_does_not_judge_the_known_config_as_it_must() {
            opa.replies(_ -> new Reply(200, FakeOpa.evaluated("[]")));

            assertThat(scanner.engine().up()).isFalse();
        }

        @Test
        void is_asked_no_more_at_a_time_than_is_allowed() throws Exception {
            var busy = new CountDownLatch(1);
            var release = new CountDownLatch(1);
            opa.replies(_ -> {
                busy.countDown();
                awaitQuietly(release);
                return new Reply(200, FakeOpa.evaluated("[]"));
            });
            var narrow = new RemoteOpaSettings(1, 0, Duration.ofSeconds(20), 1, Duration.ZERO);
            try (var alone = scanner(opa.url(), narrow);
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = callers.submit(() -> alone.scan(CONFIG));
                busy.await();

                Failed refused = failed(alone.scan(CONFIG));
                release.countDown();

                assertThat(refused.cause()).isEqualTo(Failed.Cause.OVERLOAD);
                assertThat(refused.retryAfter()).isPositive();
                assertThat(first.get()).isInstanceOf(Scanned.class);
            }
        }
    }

    @Nested
    class a_reply_that_says_nothing_about_the_config {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "<html>welcome</html>",
                    "[]",
                    "{}",
                    "{\"result\": []}",
                    "{\"result\": [], \"provenance\": {\"version\": \"9.9.9\", \"bundles\": {}}}",
                    "{\"result\": [], \"provenance\": {\"bundles\": {\"b\": {\"revision\": \"another\"}}}}",
                    "{\"result\": [], \"provenance\": {\"bundles\": {\"b\": {\"revision\": \"a1b2\"}, \"c\": {\"revision\": \"d\"}}}}",
                    "{\"provenance\": {\"bundles\": {\"b\": {\"revision\": \"a1b2\"}}}}",
                    "{\"result\": {}, \"provenance\": {\"bundles\": {\"b\": {\"revision\": \"a1b2\"}}}}",
                    "{\"result\": null, \"provenance\": {\"bundles\": {\"b\": {\"revision\": \"a1b2\"}}}}",
                    "{\"result\": [{\"rule\": \"K8S-A\"}], \"provenance\": {\"bundles\": {\"b\": {\"revision\": \"a1b2\"}}}}",
                    "{\"result\": [7], \"provenance\": {\"bundles\": {\"b\": {\"revision\": \"a1b2\"}}}}",
                    "{\"result\": [], \"provenance\": {\"bundles\": {\"b\": {\"revision\": \"a1b2\"}}}} and more"
                })
        void is_the_engines_fault_and_never_a_clean_scan(String body) {
            opa.replies(_ -> new Reply(200, body));

            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.ENGINE);
            assertThat(scanner.engine().up()).isFalse();
        }

        @Test
        void names_both_revisions_where_the_rules_are_others() {
            opa.replies(_ -> new Reply(200, FakeOpa.evaluated("[]").replace("a1b2", "c3d4")));

            assertThat(scanner.engine().detail()).contains("a1b2", "c3d4");
            assertThat(failed(scanner.scan(CONFIG)).detail()).contains("a1b2", "c3d4");
        }
    }

    @Nested
    class an_error_that_the_server_reports {

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 404, 500, 503})
        void is_not_asked_for_again(int status) {
            repliesToConfigs(
                    new Reply(status, "{\"code\": \"internal_error\", \"message\": \"no\"}"));

            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.ENGINE);
            assertThat(opa.questions()).hasSize(1);
        }

        @Test
        void is_no_clean_scan_even_where_it_looks_like_one() {
            repliesToConfigs(new Reply(500, FakeOpa.evaluated("[]")));

            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.ENGINE);
        }

        @Test
        void of_the_evaluation_is_the_configs_doing_while_a_known_one_is_judged_as_it_must_be() {
            var conflict =
                    new Reply(
                            500,
                            "{\"code\": \"internal_error\", \"errors\": [{\"code\": \"eval_conflict_error\"}]}");
            repliesToConfigs(conflict);

            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.CONFIG);
            assertThat(opa.questions().stream().filter(q -> q.contains("größe"))).hasSize(1);

            opa.replies(_ -> conflict);
            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.ENGINE);
        }
    }

    @Nested
    class a_deadline_that_passes {

        @Test
        void twice_is_the_configs_doing_while_a_known_one_is_judged_in_time() {
            opa.replies(body -> body.contains("known") ? PROBED : late());

            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.CONFIG);
            assertThat(opa.questions().stream().filter(q -> q.contains("größe"))).hasSize(2);
        }

        @Test
        void once_is_nobodys() {
            var asked = new AtomicInteger();
            opa.replies(_ ->
                    asked.incrementAndGet() == 1
                            ? late()
                            : new Reply(200, FakeOpa.evaluated("[]")));

            assertThat(scanner.scan(CONFIG)).isInstanceOf(Scanned.class);
        }

        @Test
        void for_everything_is_the_engines_fault() {
            opa.replies(_ -> late());

            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.ENGINE);
            assertThat(scanner.engine().up()).isFalse();
        }

        private static Reply late() {
            try {
                Thread.sleep(DEADLINE.multipliedBy(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Reply(200, FakeOpa.evaluated("[]"));
        }
    }

    @Nested
    class a_connection_that_fails {

        @Test
        void is_tried_again_as_often_as_is_set() throws Exception {
            try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                    var dropping = Executors.newVirtualThreadPerTaskExecutor();
                    var hopeful =
                            scanner(
                                    URI.create("http://127.0.0.1:" + server.getLocalPort()),
                                    SETTINGS)) {
                var dropped = new AtomicInteger();
                var drops =
                        dropping.submit(() -> {
                            while (dropped.get() < 3) {
                                server.accept().close();
                                dropped.incrementAndGet();
                            }
                            return server;
                        });

                Failed failure = failed(hopeful.scan(CONFIG));

                assertThat(failure.cause()).isEqualTo(Failed.Cause.ENGINE);
                assertThat(failure.detail()).contains("3 attempts");
                assertThat(drops.get(1, TimeUnit.SECONDS)).isSameAs(server);
            }
        }

        @Test
        void is_forgotten_once_the_server_is_back() {
            int port = opa.port();
            opa.close();
            assertThat(scanner.engine().up()).isFalse();
            assertThat(failed(scanner.scan(CONFIG)).cause()).isEqualTo(Failed.Cause.ENGINE);

            try (var back = FakeOpa.listening(port)) {
                back.replies(_ -> PROBED);

                assertThat(scanner.engine().up()).isTrue();
                assertThat(scanner.scan(CONFIG)).isInstanceOf(Scanned.class);
            }
        }

        @Test
        void goes_unnoticed_where_a_later_attempt_succeeds() throws Exception {
            int port = opa.port();
            opa.close();
            var patient = new RemoteOpaSettings(8, 8, DEADLINE, 6, Duration.ofMillis(50));
            try (var waiting = scanner(opa.url(), patient);
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var result = callers.submit(() -> waiting.scan(CONFIG));
                Thread.sleep(120);
                try (var back = FakeOpa.listening(port)) {
                    assertThat(result.get()).isInstanceOf(Scanned.class);
                    assertThat(back.questions()).hasSize(1);
                }
            }
        }
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        IntStream.of(0, 11)
                .forEach(attempts ->
                        assertThatThrownBy(() ->
                                        new RemoteOpaSettings(
                                                1, 0, DEADLINE, attempts, Duration.ZERO))
                                .isInstanceOf(IllegalArgumentException.class));
    }

    /** No test waits this long. */
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
