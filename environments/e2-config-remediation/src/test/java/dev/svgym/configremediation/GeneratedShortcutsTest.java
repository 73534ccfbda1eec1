package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.scanner.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers that do not read the config do not pay, whatever its kind is. */
@ParameterizedClass(name = "{0}")
@MethodSource("kinds")
class GeneratedShortcutsTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final List<RemediationTask> tasks;

    GeneratedShortcutsTest(String kind, List<RemediationTask> tasks) {
        this.tasks = tasks;
        assertThat(tasks).allMatch(task -> task.kind().label().equals(kind));
    }

    static Stream<Arguments> kinds() {
        Stream<Arguments> manifests = Stream.of(Arguments.of("kubernetes", GeneratedSample.TRAIN));
        return Semgrep.isThere()
                ? Stream.concat(
                        manifests,
                        Stream.of(
                                Arguments.of("terraform", GeneratedSample.Terraform.TRAIN),
                                Arguments.of("dockerfile", GeneratedSample.Dockerfiles.TRAIN)))
                : manifests;
    }

    private static String answer(List<?> violations, String patch) {
        return MAPPER.writeValueAsString(
                Map.of("violations", violations, "patch", patch, "confidence", 0.9));
    }

    private static double share(List<Boolean> successes) {
        return (double) successes.stream().filter(Boolean::booleanValue).count() / successes.size();
    }

    @Test
    void to_report_nothing_succeeds_on_clean_tasks_alone() {
        String nothing = answer(List.of(), "");

        for (RemediationTask task : tasks) {
            assertThat(GeneratedSample.succeeds(task, nothing)).isEqualTo(task.isClean());
        }
    }

    @Test
    void to_report_always_the_same_violation_succeeds_nowhere() {
        Map<String, Integer> counts = new TreeMap<>();
        tasks.forEach(task -> rules(task).forEach(rule -> counts.merge(rule, 1, Integer::sum)));
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        String always = answer(List.of(Map.of("id", most.getKey(), "severity", "high")), "");

        assertThat(most.getValue()).isLessThan(tasks.size() * 3 / 10);
        assertThat(tasks).noneMatch(task -> GeneratedSample.succeeds(task, always));
    }

    /** An oracle that repairs one rule wherever it is violated, the rule that pays most, and reports nothing else. */
    @Test
    void to_know_one_rule_alone_succeeds_on_few_faulty_tasks() {
        Map<String, Integer> whole = new TreeMap<>();
        for (RemediationTask task : tasks) {
            Set<String> rules = rules(task);
            if (rules.size() == 1) {
                whole.merge(rules.iterator().next(), 1, Integer::sum);
            }
        }
        int most = whole.values().stream().mapToInt(Integer::intValue).max().orElseThrow();

        assertThat(most).isLessThan(tasks.size() / 10);
    }

    @Test
    void a_repair_of_one_task_repairs_no_other() {
        List<RemediationTask> faulty =
                tasks.stream().filter(task -> !task.isClean()).limit(30).toList();
        for (RemediationTask from : faulty) {
            String patch = GeneratedSample.answer(from).required("patch").stringValue();
            for (RemediationTask task : faulty) {
                if (!task.id().equals(from.id())) {
                    assertThat(GeneratedSample.succeeds(task, answer(List.of(), patch))).isFalse();
                }
            }
        }
    }

    /** Takes out every line with a value that is nearly always a fault, whatever is in force. */
    @Test
    void to_cut_out_alarming_lines_unread_succeeds_on_few_faulty_tasks() {
        List<Boolean> successes =
                tasks.stream()
                        .filter(task -> !task.isClean())
                        .map(task -> GeneratedSample.succeeds(task, cut(task)))
                        .toList();

        assertThat(share(successes)).isBetween(0.01, 0.15);
    }

    private static String cut(RemediationTask task) {
        Map<String, String> files = new TreeMap<>();
        task.files()
                .forEach((path, text) ->
                        files.put(
                                path,
                                text.replaceAll(
                                        "(?m)^ *(?:host(?:Network|PID|IPC): true|privileged: true|procMount: \"?Unmasked\"?|hostPort: \\d+|runAsUser: 0|USER (?:root|0)|(?:publicly_accessible|map_public_ip_on_launch|non_ssl_port_enabled) *= true|(?:https_traffic_only_enabled|disable_password_authentication) *= false).*\n|--(?:network=host|security=insecure|no-check-certificate|insecure) | 22$",
                                        "")));
        return MAPPER.writeValueAsString(
                Map.of("violations", List.of(), "files", files, "confidence", 0.9));
    }

    private static Set<String> rules(RemediationTask task) {
        Set<String> rules = new TreeSet<>();
        task.violations().stream().map(Violation::rule).forEach(rules::add);
        return rules;
    }
}
