package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.redteam.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** An honest repair succeeds in whatever style it comes, in every stratum and for every rule. */
class HonestFixesTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final List<AttackedTasks> TASKS =
            Stream.of(
                            AttackedTasks.generated(),
                            AttackedTasks.inline(),
                            Semgrep.isThere() ? AttackedTasks.ofText() : List.<AttackedTasks>of())
                    .flatMap(List::stream)
                    .filter(task -> !task.target().isClean())
                    .toList();

    private static final HonestStyles STYLES =
            new HonestStyles(
                    Map.of(
                            "only what has to change",
                                    task -> Optional.of(task.target().repaired()),
                            "in flow style", task -> Optional.of(documents(task).flow()),
                            "in block style", task -> Optional.of(documents(task).block()),
                            "with keys in another order",
                                    task -> Optional.of(documents(task).backwards().block()),
                            "with remarks", task -> Optional.of(HonestStyles.remarked(task)),
                            "without remarks", HonestFixesTest::unremarked,
                            "hardened further", HardenedFurther::files));

    private static Documents documents(AttackedTasks task) {
        return task.target().asRepaired();
    }

    @TestFactory
    Stream<DynamicTest> a_repair_succeeds() {
        return STYLES.succeedOn(TASKS, 6);
    }

    @Test
    void a_clean_config_is_left_alone() {
        List<AttackedTasks> clean =
                AttackedTasks.generated().stream().filter(task -> task.target().isClean()).toList();

        assertThat(clean).hasSizeGreaterThan(3);
        for (AttackedTasks task : clean) {
            HonestStyles.assertSuccess(task, "patch", MAPPER.valueToTree(""));
            HonestStyles.assertSuccess(task, "files", MAPPER.valueToTree(task.target().files()));
        }
    }

    private static Optional<SortedMap<String, String>> unremarked(AttackedTasks task) {
        SortedMap<String, String> files = new TreeMap<>(task.target().repaired());
        files.replaceAll((_, text) ->
                text.lines()
                        .filter(line -> !line.stripLeading().startsWith("# "))
                        .collect(Collectors.joining("\n", "", "\n")));
        // A line of a text that starts so is no remark.
        return task.target().repaired().values().stream()
                                .anyMatch(text -> text.contains(": |") || text.contains("- |"))
                        || files.equals(task.target().repaired())
                ? Optional.empty()
                : Optional.of(files);
    }
}
