package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** One file before and after a repair, through every gate of the real environment. */
final class Tempted {

    private Tempted() {}

    static void assertSuccess(String rules, String before, String after) {
        assertSuccess(List.of(rules), before, after);
    }

    static void assertSuccess(List<String> rules, String before, String after) {
        assertThat(judge(rules, before, after).gates())
                .hasSize(7)
                .allSatisfy(gate -> assertThat(gate.passed()).as(gate.toString()).isTrue());
    }

    static void assertRefused(String gate, String rules, String before, String after) {
        Verdict verdict = judge(List.of(rules), before, after);
        assertThat(verdict.gates().getLast())
                .as(after)
                .satisfies(last -> assertThat(last.name()).isEqualTo(gate))
                .satisfies(last -> assertThat(last.passed()).isFalse());
        assertThat(verdict.success()).hasValue(0);
    }

    static Verdict judge(List<String> rules, String before, String after) {
        var task =
                (RemediationTask)
                        Examples.ENVIRONMENT.pose(
                                new TaskReference.Inline(
                                        JsonMapper.shared()
                                                .readTree(
                                                        Examples.definition(
                                                                before,
                                                                rules.toArray(String[]::new)))));
        assertThat(task.isClean()).as("a task with nothing to repair").isFalse();
        Outcome outcome =
                Examples.ENVIRONMENT.step(
                        task, Trajectory.EMPTY, new Action.Answer(Examples.wholeFile(after)));
        return ((Outcome.Finished) outcome).verdict();
    }
}
