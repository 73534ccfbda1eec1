package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.generation.Draft.Traits;
import dev.svgym.configremediation.generation.Help;
import dev.svgym.configremediation.generation.Hint;
import dev.svgym.configremediation.generation.Layout;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What generated tasks are made of, on samples of train and ood. */
class GeneratedStrataTest {

    private static final List<RemediationTask> TRAIN = GeneratedSample.TRAIN;
    private static final List<RemediationTask> OOD = GeneratedSample.OOD;
    private static final List<RemediationTask> ALL =
            Stream.concat(TRAIN.stream(), OOD.stream()).toList();

    private static double percent(Predicate<RemediationTask> condition) {
        return 100.0 * TRAIN.stream().filter(condition).count() / TRAIN.size();
    }

    private static double traits(Predicate<Traits> condition) {
        return percent(task -> condition.test(GeneratedSample.reference(task).traits()));
    }

    private static Set<String> violatedIn(List<RemediationTask> tasks) {
        Set<String> rules = new TreeSet<>();
        tasks.forEach(task -> task.violations().stream().map(Violation::rule).forEach(rules::add));
        return rules;
    }

    private static Set<String> inForceIn(List<RemediationTask> tasks) {
        Set<String> rules = new TreeSet<>();
        tasks.forEach(task -> task.rules().forEach(rule -> rules.add(rule.id())));
        return rules;
    }

    @Test
    void the_reference_of_every_task_succeeds_with_all_that_can_be_paid() {
        for (RemediationTask task : ALL) {
            Verdict verdict = GeneratedSample.judge(task, GeneratedSample.answer(task).toString());

            assertThat(verdict.success()).as(verdict.gates().toString()).hasValue(1);
            // 0.80 + 0.10 minimality 1 + 0.05 economy 1 + 0.05 calibration 1
            assertThat(verdict.reward()).hasValue(1);
        }
    }

    @Test
    void a_tenth_of_the_files_is_one_list() {
        Predicate<String> isList = text -> text.lines().anyMatch("kind: List"::equals);
        List<String> files =
                TRAIN.stream().flatMap(task -> task.files().values().stream()).toList();

        assertThat(100.0 * files.stream().filter(isList).count() / files.size())
                .isBetween(5.0, 16.0);
        assertThat(
                        percent(task ->
                                !task.isClean() && task.files().values().stream().anyMatch(isList)))
                .isGreaterThan(4);
    }

    @Test
    void a_fifth_is_clean_and_the_rest_spreads_over_one_to_six_violations() {
        assertThat(percent(RemediationTask::isClean)).isBetween(15.0, 28.0);
        for (int number = 1; number <= 6; number++) {
            int violations = number;
            assertThat(percent(task -> task.violations().size() == violations)).isGreaterThan(3);
        }
        assertThat(TRAIN).allSatisfy(t -> assertThat(t.violations()).hasSizeLessThan(7));
    }

    @Test
    void three_in_ten_and_more_show_less_than_the_judge_sees() {
        assertThat(traits(traits -> traits.help() != Help.FULL)).isGreaterThan(30);
        assertThat(traits(traits -> traits.help() == Help.PARTIAL)).isGreaterThan(10);
        assertThat(traits(traits -> traits.help() == Help.NONE)).isGreaterThan(10);
        for (RemediationTask task : ALL) {
            switch (GeneratedSample.reference(task).traits().help()) {
                case FULL -> assertThat(task.shownRules()).isEqualTo(task.rules());
                case PARTIAL -> assertThat(task.rules()).containsAll(task.shownRules());
                case NONE -> {
                    assertThat(task.tools()).isEmpty();
                    assertThat(task.budget().toolCalls()).isZero();
                }
            }
        }
    }

    @Test
    void tools_of_a_task_with_partial_help_show_the_rules_that_its_prompt_names() {
        var opa = new Action.ToolCall("opa", JsonNodeFactory.instance.objectNode());
        int hidden = 0;
        for (RemediationTask task : TRAIN) {
            if (GeneratedSample.reference(task).traits().help() == Help.PARTIAL) {
                var outcome = Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, opa);
                JsonNode seen =
                        ((Outcome.Observed) outcome).observation().data().required("violations");
                String shown =
                        task.messages()
                                .getLast()
                                .content()
                                .lines()
                                .filter(line -> line.startsWith("The tools scan by"))
                                .findFirst()
                                .orElseThrow();

                for (JsonNode violation : seen) {
                    assertThat(shown).contains(violation.required("id").stringValue());
                }
                hidden += task.violations().size() - seen.size();
            }
        }
        assertThat(hidden).isGreaterThan(20);
    }

    @Test
    void layouts_hints_decoys_exemptions_and_anchors_all_occur() {
        for (Layout layout : Layout.values()) {
            assertThat(traits(traits -> traits.layout() == layout)).isGreaterThan(15);
        }
        assertThat(traits(traits -> traits.hint() == Hint.RULE)).isGreaterThan(5);
        assertThat(traits(traits -> traits.hint() == Hint.LINE)).isGreaterThan(3);
        assertThat(traits(traits -> !traits.decoys().isEmpty())).isBetween(25.0, 70.0);
        assertThat(traits(traits -> !traits.exemptions().isEmpty())).isBetween(4.0, 25.0);
        assertThat(traits(Traits::anchors)).isBetween(5.0, 30.0);
        assertThat(TRAIN.stream().map(t -> GeneratedSample.reference(t).traits().archetype()))
                .contains("web-database", "cron", "agent", "operator", "ingress", "queue")
                .contains("stateful", "batch", "pod")
                .doesNotContain("windows", "stations");
    }

    @Test
    void sizes_go_from_twenty_to_six_hundred_lines() {
        assertThat(ALL)
                .allSatisfy(task -> {
                    long lines =
                            task.files().values().stream().mapToLong(f -> f.lines().count()).sum();
                    assertThat(lines).isBetween(20L, 600L);
                });
        assertThat(traits(traits -> traits.lines() < 80)).isGreaterThan(10);
        assertThat(traits(traits -> traits.lines() > 250)).isGreaterThan(10);
    }

    @Test
    void some_rules_are_violated_out_of_distribution_alone_and_are_not_even_in_force_elsewhere() {
        Set<String> onlyThere = inForceIn(OOD);
        onlyThere.removeAll(inForceIn(TRAIN));

        assertThat(onlyThere)
                .contains("K8S-SELINUX", "K8S-SYSCTLS", "K8S-PROBE-HOST", "K8S-TOKEN-LIFETIME")
                .hasSizeBetween(8, 12);
        onlyThere.retainAll(violatedIn(OOD));
        assertThat(onlyThere).hasSizeGreaterThan(6);
    }

    @Test
    void a_line_that_a_hint_names_is_where_the_rule_is_violated() {
        var named = Pattern.compile("K8S-HOST-(PID|IPC|NETWORK|PATH|PORT) at (\\S+), line (\\d+)");
        int found = 0;
        for (RemediationTask task : ALL) {
            var hint = named.matcher(task.messages().getLast().content());
            while (hint.find()) {
                List<String> lines = task.files().getOrDefault(hint.group(2), "").lines().toList();
                assertThat(lines.get(Integer.parseInt(hint.group(3)) - 1))
                        .containsIgnoringCase("host" + hint.group(1));
                found++;
            }
        }
        assertThat(found).isGreaterThan(3);
    }

    @Test
    void exempt_rules_are_violated_and_not_in_force() {
        for (RemediationTask task : ALL) {
            for (String rule : GeneratedSample.reference(task).traits().exemptions()) {
                assertThat(task.rules()).noneMatch(one -> one.id().equals(rule));
                assertThat(task.files().toString()).contains("example.com/exemption");
            }
        }
    }
}
