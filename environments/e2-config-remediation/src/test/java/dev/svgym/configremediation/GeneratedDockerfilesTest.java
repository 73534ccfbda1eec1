package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.patch.DiffWriter;
import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Generated tasks about Dockerfiles: where hints lead, and that honest repairs of any style succeed. */
class GeneratedDockerfilesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static List<RemediationTask> train = List.of();
    private static List<RemediationTask> ood = List.of();

    @BeforeAll
    static void pose() {
        Semgrep.require();
        train = GeneratedSample.Dockerfiles.TRAIN;
        ood = GeneratedSample.Dockerfiles.OOD;
    }

    private static Stream<RemediationTask> all() {
        return Stream.concat(train.stream(), ood.stream());
    }

    @Test
    void are_hinted_at_by_the_line_where_the_fault_is() {
        var named = Pattern.compile("DF-(SUDO|HOST-NETWORK|BASE-TAG) at (\\S+), line (\\d+)");
        Map<String, String> shown =
                Map.of("SUDO", "sudo ", "HOST-NETWORK", "--network=host", "BASE-TAG", "from ");
        int found = 0;
        for (RemediationTask task : all().toList()) {
            var hint = named.matcher(task.messages().getLast().content());
            while (hint.find()) {
                List<String> lines = task.files().getOrDefault(hint.group(2), "").lines().toList();
                assertThat(lines.get(Integer.parseInt(hint.group(3)) - 1))
                        .containsIgnoringCase(shown.get(hint.group(1)));
                found++;
            }
        }
        assertThat(found).isGreaterThan(3);
    }

    @TestFactory
    Stream<DynamicTest> are_repaired_in_any_style() {
        Map<String, UnaryOperator<String>> styles =
                Map.of(
                        "only what has to change", text -> text,
                        "with remarks",
                                text ->
                                        text.replaceAll(
                                                "(?m)^(?=USER )", "# nobody is root here\n"),
                        "on longer lines", text -> text.replaceAll(" *\\\\\n *", " "),
                        "with keywords in another case",
                                text ->
                                        text.replaceAll("(?m)^COPY ", "copy ")
                                                .replaceAll("(?m)^USER ", "user "),
                        "with blank lines", text -> text.replaceAll("(?m)^(?=ENV )", "\n"),
                        "with broken lines",
                                text ->
                                        text.replaceAll(
                                                "(?m)^EXPOSE (?=\\d)", "EXPOSE \\\\\n    "));
        return styles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(style ->
                        DynamicTest.dynamicTest(
                                style.getKey(), () -> assertRepaired(style.getValue())));
    }

    private static void assertRepaired(UnaryOperator<String> style) {
        Set<String> strata = new TreeSet<>();
        for (AttackedTasks task : AttackedTasks.generatedDockerfiles()) {
            if (task.target().isClean()) {
                continue;
            }
            SortedMap<String, String> files = new TreeMap<>(task.target().repaired());
            files.replaceAll((_, text) -> style.apply(text));
            for (Map.Entry<String, Object> repair :
                    Map.<String, Object>of(
                                    "files",
                                    files,
                                    "patch",
                                    DiffWriter.between(task.target().files(), files))
                            .entrySet()) {
                Verdict verdict =
                        task.judge(
                                MAPPER.writeValueAsString(
                                        Map.of(
                                                "violations",
                                                task.target().reports(),
                                                repair.getKey(),
                                                repair.getValue(),
                                                "confidence",
                                                1)));
                assertThat(verdict.success())
                        .as("%s: %s%n%s", task.target().name(), verdict.gates(), repair)
                        .hasValue(1);
            }
            strata.add(task.task().stratum());
        }
        assertThat(strata).hasSizeGreaterThan(10);
    }
}
