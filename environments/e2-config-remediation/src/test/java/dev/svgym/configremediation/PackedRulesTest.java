package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rule may judge only if its failing example has a reference fix that passes every gate. */
class PackedRulesTest {

    private static final String POLICIES = "/dev/svgym/policies/";
    private static final Path SOURCES = Path.of("..", "..", "policies");

    private static final Map<String, String> SUFFIXES =
            Map.of("kubernetes", ".yaml", "terraform", ".tf", "dockerfile", ".dockerfile");

    private static final Map<String, String> TEXT_SETS =
            Map.of("kubernetes", "k8s-text", "terraform", "tf-text", "dockerfile", "df-text");

    private static Stream<JsonNode> rules() {
        return JsonMapper.shared()
                .readTree(Examples.resource(POLICIES + "catalogue.json"))
                .required("rules")
                .values()
                .stream();
    }

    private static String example(JsonNode rule, String name) {
        String sources = isText(rule) ? "semgrep/" : "rego/";
        return Examples.resource(
                POLICIES
                        + sources
                        + rule.required("folder").stringValue()
                        + "/"
                        + name
                        + SUFFIXES.get(kind(rule)));
    }

    private static String kind(JsonNode rule) {
        return rule.required("kind").stringValue();
    }

    private static String file(JsonNode rule) {
        return "example" + SUFFIXES.get(kind(rule));
    }

    private static Stream<JsonNode> rulesThatJudge() {
        return rules().filter(rule -> !rule.required("fixes").isEmpty());
    }

    /** The set of rules that an example is judged by. */
    private static String set(JsonNode rule) {
        if (isText(rule)) {
            return Objects.requireNonNull(TEXT_SETS.get(kind(rule)));
        }
        if (kind(rule).equals("terraform")) {
            return "tf-all";
        }
        if (kind(rule).equals("dockerfile")) {
            return "df-all";
        }
        return rule.required("sets").values().stream()
                        .anyMatch(set -> set.stringValue().equals("pss-restricted"))
                ? "pss-restricted"
                : "k8s-all";
    }

    private static boolean isText(JsonNode rule) {
        return rule.required("engine").stringValue().equals("semgrep");
    }

    /** Rules about sources are in force where the intent names some. */
    private static RemediationTask pose(JsonNode rule, String text) {
        String definition =
                Examples.definition(
                        kind(rule),
                        Map.of(file(rule), text),
                        Map.of(
                                "rules",
                                List.of(set(rule)),
                                "intent",
                                Map.of("sources", List.of("10.20.0.0/16"))));
        var inline = new TaskReference.Inline(JsonMapper.shared().readTree(definition));
        return (RemediationTask) Examples.ENVIRONMENT.pose(inline);
    }

    private static Verdict judge(RemediationTask task, String answer) {
        Outcome outcome =
                Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, new Action.Answer(answer));
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        return ((Outcome.Finished) outcome).verdict();
    }

    @TestFactory
    Stream<DynamicTest> the_failing_example_breaks_its_rule_alone_and_the_reference_fix_succeeds() {
        return rulesThatJudge()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.required("id").stringValue(),
                                () -> {
                                    if (isText(rule)) {
                                        Semgrep.require();
                                    }
                                    RemediationTask task = pose(rule, example(rule, "failing"));
                                    String passing = example(rule, "passing");

                                    assertThat(task.violations())
                                            .isNotEmpty()
                                            .allMatch(violation ->
                                                    violation
                                                            .rule()
                                                            .equals(
                                                                    rule.required("id")
                                                                            .stringValue()));
                                    Verdict verdict =
                                            judge(
                                                    task,
                                                    Examples.files(Map.of(file(rule), passing)));
                                    assertThat(verdict.gates())
                                            .allSatisfy(gate ->
                                                    assertThat(gate.passed())
                                                            .as(gate.toString())
                                                            .isTrue());
                                    assertThat(verdict.success()).hasValue(1);
                                    assertThat(judge(task, Examples.patch("")).success())
                                            .hasValue(0);
                                    assertThat(pose(rule, passing).isClean()).isTrue();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> a_report_is_never_in_force_and_its_examples_are_clean() {
        return rules().filter(rule -> rule.required("fixes").isEmpty())
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.required("id").stringValue(),
                                () -> {
                                    String id = rule.required("id").stringValue();

                                    assertThat(Examples.POLICIES.catalogue().ofKind(kind(rule), id))
                                            .isEmpty();
                                    assertThat(rule.required("sets")).isEmpty();
                                    assertThat(pose(rule, example(rule, "failing")).isClean())
                                            .isTrue();
                                    assertThat(pose(rule, example(rule, "passing")).isClean())
                                            .isTrue();
                                }));
    }

    @Test
    void the_sets_hold_what_the_documents_promise() {
        assertThat(Examples.POLICIES.catalogue().ofKind("kubernetes", "k8s-rbac").orElseThrow())
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(Examples.POLICIES.catalogue().ofKind("kubernetes", "k8s-workload").orElseThrow())
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(Examples.POLICIES.catalogue().ofKind("kubernetes", "k8s-all").orElseThrow())
                .hasSize(
                        (int)
                                rulesThatJudge()
                                        .filter(rule ->
                                                kind(rule).equals("kubernetes") && !isText(rule))
                                        .count());
    }

    @Test
    void there_is_a_rule_for_every_control_of_the_standard() {
        assertThat(rules().map(rule -> rule.required("id").stringValue()))
                .hasSizeGreaterThanOrEqualTo(18);
    }

    @Test
    void there_are_rules_for_three_clouds() {
        assertThat(ids("TF-AWS-")).hasSizeGreaterThanOrEqualTo(28);
        assertThat(ids("TF-AZURE-")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(ids("TF-GCP-")).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void there_are_rules_of_both_engines_for_dockerfiles() {
        assertThat(Examples.POLICIES.catalogue().ofKind("dockerfile", "df-all").orElseThrow())
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(Examples.POLICIES.catalogue().ofKind("dockerfile", "df-text").orElseThrow())
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void there_are_rules_of_both_engines_for_terraform() {
        assertThat(Examples.POLICIES.catalogue().ofKind("terraform", "tf-text").orElseThrow())
                .hasSizeGreaterThanOrEqualTo(8)
                .allMatch(rule -> rule.engine().equals("semgrep"));
    }

    private static List<String> ids(String prefix) {
        return rules().map(rule -> rule.required("id").stringValue())
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    @Test
    void the_compiled_module_is_of_the_sources_that_lie_beside_it()
            throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        var listing = new StringBuilder();
        list(SOURCES.resolve("rego"), SOURCES.resolve("rego"), listing, sha256);
        list(SOURCES.resolve("semgrep"), SOURCES, listing, sha256);
        byte[] all = sha256.digest(listing.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(Examples.resource(POLICIES + "sources.sha256").strip())
                .as("run policies/compile")
                .isEqualTo(HexFormat.of().formatHex(all));
    }

    private static void list(Path folder, Path root, StringBuilder listing, MessageDigest sha256)
            throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(folder)) {
            names =
                    files.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .filter(name ->
                                    !name.endsWith("_test.rego")
                                            && !name.endsWith(".test.yaml")
                                            && !name.endsWith("/failing.yaml")
                                            && !name.endsWith("/passing.yaml")
                                            && !name.endsWith(".tf")
                                            && !name.endsWith(".dockerfile"))
                            .sorted()
                            .toList();
        }
        for (String name : names) {
            byte[] digest = sha256.digest(Files.readAllBytes(root.resolve(name)));
            listing.append(HexFormat.of().formatHex(digest)).append("  ").append(name).append('\n');
        }
    }
}
