package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.patch.DiffWriter;
import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ways to write a repair, each tried on tasks and judged as files and as a diff.
 *
 * @param byName the repaired files of a task; absent where the style has nothing to say about it
 */
record HonestStyles(
        Map<String, Function<AttackedTasks, Optional<SortedMap<String, String>>>> byName) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    HonestStyles {
        byName = Map.copyOf(byName);
    }

    /**
     * One test for each style.
     *
     * @param least number of tasks that a style has to be tried on
     */
    Stream<DynamicTest> succeedOn(List<AttackedTasks> tasks, int least) {
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(style ->
                        DynamicTest.dynamicTest(
                                style.getKey(),
                                () -> assertSucceeds(style.getValue(), tasks, least)));
    }

    private static void assertSucceeds(
            Function<AttackedTasks, Optional<SortedMap<String, String>>> style,
            List<AttackedTasks> tasks,
            int least) {
        int repaired = 0;
        for (AttackedTasks task : tasks) {
            Optional<SortedMap<String, String>> files = style.apply(task);
            if (files.isPresent()) {
                repaired++;
                assertSuccess(task, "files", MAPPER.valueToTree(files.get()));
                String diff = DiffWriter.between(task.target().files(), files.get());
                if (diff.length() < 60_000) {
                    assertSuccess(task, "patch", MAPPER.valueToTree(diff));
                }
            }
        }
        assertThat(repaired).isGreaterThanOrEqualTo(least);
    }

    static void assertSuccess(AttackedTasks task, String field, JsonNode change) {
        Verdict verdict =
                task.judge(
                        MAPPER.writeValueAsString(
                                Map.of(
                                        "violations",
                                        task.target().reports(),
                                        field,
                                        change,
                                        "confidence",
                                        1)));
        assertThat(verdict.success())
                .as("%s, as %s: %s%n%s", task.target().name(), field, verdict.gates(), change)
                .hasValue(1);
    }

    /** The repair with remarks around each file. */
    static SortedMap<String, String> remarked(AttackedTasks task) {
        SortedMap<String, String> files = new TreeMap<>(task.target().repaired());
        files.replaceAll((_, text) -> "# hardened, see the guide\n" + text + "\n# end\n");
        return files;
    }
}
