package dev.svgym.server.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.Policies;
import dev.svgym.configremediation.RemoteOpaAutoConfiguration;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.scanner.OpaSettings;
import dev.svgym.configremediation.scanner.RemoteOpaSettings;
import dev.svgym.configremediation.scanner.ScanObserver;
import dev.svgym.configremediation.scanner.ScanResult;
import dev.svgym.configremediation.scanner.ScanResult.Failed;
import dev.svgym.configremediation.scanner.ScanResult.Scanned;
import dev.svgym.configremediation.scanner.SemgrepSettings;
import dev.svgym.configremediation.scanner.Subject;
import dev.svgym.environment.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.testcontainers.images.builder.Transferable;

/** A real OPA server of the image gives what the embedded OPA gives, or nothing. */
@NeedsDocker
class RemoteOpaIT {

    private static final Path RULES = Path.of("..", "policies", "rego");
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static OpaContainer opa;
    private static final int NO_CACHE = 0;
    private static final SemgrepSettings NO_SEMGREP =
            new SemgrepSettings(
                    Path.of("none"),
                    Path.of("none"),
                    1,
                    1,
                    Duration.ZERO,
                    1,
                    DEADLINE,
                    DEADLINE,
                    DEADLINE,
                    768);

    private static Policies embedded;
    private static Policies remote;

    @BeforeAll
    static void start() {
        opa = new OpaContainer();
        opa.start();
        embedded =
                Policies.load(
                        new OpaSettings(1, 8, DEADLINE, DEADLINE, 2048),
                        NO_SEMGREP,
                        NO_CACHE,
                        ScanObserver.NONE);
        remote = remote(opa.url());
    }

    @AfterAll
    static void stop() {
        embedded.close();
        remote.close();
        opa.close();
    }

    private static Policies remote(URI url) {
        return Policies.load(
                RemoteOpaAutoConfiguration.connect(url, DEADLINE),
                new RemoteOpaSettings(4, 8, DEADLINE, 3, Duration.ofMillis(50)),
                NO_SEMGREP,
                NO_CACHE,
                ScanObserver.NONE);
    }

    private static ScanResult scan(Policies policies, Path example) {
        String label = RULES.relativize(example).getName(0).toString();
        ConfigKind kind =
                policies.kinds().stream()
                        .filter(one -> one.label().equals(label))
                        .findFirst()
                        .orElseThrow();
        SortedMap<String, String> files = new TreeMap<>(Map.of(name(example), text(example)));
        Parsed parsed = kind.parse(files);
        assertThat(parsed).isInstanceOf(Parsed.Read.class);
        return policies.engines()
                .scan(new Subject(kind, files, ((Parsed.Read) parsed).config()), List.of("opa"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every example of the catalogue, failing and passing. */
    private static List<Path> examples() {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files.filter(file -> name(file).matches("(failing|passing)\\..*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> finds_in_every_example_what_the_embedded_one_finds() {
        return examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(
                                RULES.relativize(example).toString(),
                                () -> {
                                    ScanResult here = scan(embedded, example);
                                    ScanResult there = scan(remote, example);

                                    assertThat(there).isInstanceOf(Scanned.class).isEqualTo(here);
                                }));
    }

    @Test
    void finds_every_rule_that_judges_broken_by_some_example() {
        Set<String> broken = new TreeSet<>();
        for (Path example : examples()) {
            if (scan(remote, example) instanceof Scanned(var violations)) {
                violations.forEach(violation -> broken.add(violation.rule()));
            }
        }

        assertThat(broken)
                .containsAll(
                        embedded.catalogue().rules().stream()
                                .filter(rule -> rule.engine().equals("opa") && rule.judges())
                                .map(Rule::id)
                                .toList());
    }

    @Test
    void is_up_in_the_version_that_the_rules_were_compiled_with() {
        Engine here = embedded.engines().now("opa");
        Engine there = remote.engines().now("opa");

        assertThat(there.up()).as(there.detail()).isTrue();
        assertThat(there.version()).isEqualTo(here.version());
    }

    @Test
    void is_down_without_rules() {
        try (var empty = new OpaContainer().running("run", "--server", "--addr=0.0.0.0:8181")) {
            empty.start();

            judgesNothing(empty);
        }
    }

    @Test
    void is_down_with_other_rules_even_where_they_would_find_everything_clean() {
        try (var other =
                new OpaContainer()
                        .running("run", "--server", "--addr=0.0.0.0:8181", "--bundle", "/other")
                        .withCopyToContainer(
                                Transferable.of("{\"revision\": \"other\", \"roots\": [\"\"]}"),
                                "/other/.manifest")
                        .withCopyToContainer(
                                Transferable.of("package kubernetes\n\nviolations := set()\n"),
                                "/other/kubernetes.rego")) {
            other.start();

            judgesNothing(other);
        }
    }

    private static void judgesNothing(OpaContainer opa) {
        try (var policies = remote(opa.url())) {
            assertThat(policies.engines().now("opa").up()).isFalse();
            ScanResult result = scan(policies, examples().getFirst());
            assertThat(result).isInstanceOf(Failed.class);
            assertThat(((Failed) result).cause()).isEqualTo(Failed.Cause.ENGINE);
            assertThat(((Failed) result).detail()).contains("of revision");
        }
    }
}
