package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules for text: each finds what its fixture marks {@code # ruleid:} and nothing else, as the real Semgrep runs it. */
class TextRulesTest {

    private static final Path RULES = Path.of("..", "..", "policies", "semgrep").toAbsolutePath();
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir Path scratch;

    @TestFactory
    Stream<DynamicTest> find_the_marked_lines_of_their_fixture_and_no_others() {
        return fixtures().stream()
                .map(fixture ->
                        DynamicTest.dynamicTest(
                                fixture.getFileName().toString(),
                                () -> {
                                    Semgrep.require();
                                    List<String> lines = Files.readAllLines(fixture);

                                    assertThat(found(fixture))
                                            .isNotEmpty()
                                            .containsExactlyElementsOf(marked(lines));
                                    assertThat(lines).anyMatch(line -> line.contains("# ok: "));
                                }));
    }

    @Test
    void are_at_most_fifteen_for_a_language() {
        assertThat(fixtures("kubernetes")).hasSizeBetween(5, 15);
        assertThat(fixtures("dockerfile")).hasSizeBetween(5, 15);
        assertThat(fixtures("terraform")).hasSizeBetween(8, 15);
    }

    @Test
    void have_no_repetition_within_a_repetition() {
        List<String> regexes = new ArrayList<>();
        collect(MAPPER.readTree(Examples.resource("/dev/svgym/policies/semgrep.json")), regexes);

        assertThat(regexes)
                .hasSizeGreaterThan(10)
                .allSatisfy(regex -> assertThat(Repetitions.areNested(regex)).as(regex).isFalse());
    }

    @Test
    void are_checked_by_something_that_knows_a_repetition_within_a_repetition() {
        assertThat(List.of("(a+)+", "(?:a*b)*", "((a|b)*c){2,}", "(?:[a-z]+_){0,8}", "(x{2,3})+"))
                .allSatisfy(regex -> assertThat(Repetitions.areNested(regex)).as(regex).isTrue());
        assertThat(
                        List.of(
                                "a+b+",
                                "(?:ab)?c*",
                                "([(+*]x)+",
                                "(\\+a)+",
                                "(?:a+b)?",
                                "(?i)^[a-z]{1,9}$"))
                .allSatisfy(regex -> assertThat(Repetitions.areNested(regex)).as(regex).isFalse());
    }

    private static List<Path> fixtures() {
        return Stream.of("kubernetes", "dockerfile", "terraform")
                .flatMap(TextRulesTest::fixtures)
                .toList();
    }

    private static Stream<Path> fixtures(String kind) {
        try (Stream<Path> files = Files.walk(RULES.resolve(kind))) {
            return files
                    .filter(file -> file.toString().contains(".test."))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> marked(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("# ruleid: "))
                .mapToObj(i -> i + 2)
                .toList();
    }

    /** Lines of the matches, by the rule as it is written and not as it is compiled. */
    private Set<Integer> found(Path fixture) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "fixture");
        Path targets = folder.resolve("targets.json");
        Files.writeString(
                targets,
                """
                ["Targets", [["CodeTarget", {"path": {"fpath": "%s", "ppath": "/fixture.yaml"},
                  "analyzer": "%s", "products": ["sast"]}]]]
                """
                        .formatted(
                                fixture, fixture.toString().endsWith(".yaml") ? "yaml" : "regex"));
        Path rule =
                fixture.resolveSibling(
                        fixture.getFileName().toString().replaceFirst("\\.test\\..*", ".yaml"));
        Path output = folder.resolve("output.json");
        Process process =
                new ProcessBuilder(
                                Examples.SEMGREP.core().toString(),
                                "-rules",
                                rule.toString(),
                                "-targets",
                                targets.toString(),
                                "-json_nodots",
                                "-j",
                                "1")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
        JsonNode report = MAPPER.readTree(Files.readString(output));
        assertThat(report.required("errors")).isEmpty();
        var lines = new TreeSet<Integer>();
        for (JsonNode result : report.required("results")) {
            lines.add(result.required("start").required("line").asInt());
        }
        return lines;
    }

    private static void collect(JsonNode node, List<String> regexes) {
        node.properties()
                .forEach(field -> {
                    if (field.getKey().equals("regex") || field.getKey().equals("pattern-regex")) {
                        regexes.add(field.getValue().stringValue());
                    }
                });
        node.forEach(child -> collect(child, regexes));
    }
}
