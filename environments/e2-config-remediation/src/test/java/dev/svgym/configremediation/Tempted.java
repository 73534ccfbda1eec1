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
        assertSuccess(judge(rules, before, after));
    }

    /** A verdict on an answer that every gate let through. */
    static void assertSuccess(Verdict verdict) {
        assertThat(verdict.gates())
                .hasSize(7)
                .allSatisfy(gate -> assertThat(gate.passed()).as(gate.toString()).isTrue());
        assertThat(verdict.success()).hasValue(1);
    }

    static void assertRefused(String gate, String rules, String before, String after) {
        assertRefused(gate, judge(List.of(rules), before, after), after);
    }

    /** A verdict on an answer that one gate refused. */
    static void assertRefused(String gate, Verdict verdict, String answer) {
        assertThat(verdict.gates().getLast())
                .as(answer)
                .satisfies(last -> assertThat(last.name()).isEqualTo(gate))
                .satisfies(last -> assertThat(last.passed()).isFalse());
        assertThat(verdict.success()).hasValue(0);
    }

    static Verdict judge(List<String> rules, String before, String after) {
        return judge(
                pose(Examples.definition(before, rules.toArray(String[]::new))),
                Examples.wholeFile(after));
    }

    /** A task of the definition of an inline one. */
    static RemediationTask pose(String definition) {
        return (RemediationTask)
                Examples.ENVIRONMENT.pose(
                        new TaskReference.Inline(JsonMapper.shared().readTree(definition)));
    }

    static Verdict judge(RemediationTask task, String answer) {
        assertThat(task.isClean()).as("a task with nothing to repair").isFalse();
        Outcome outcome =
                Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, new Action.Answer(answer));
        return ((Outcome.Finished) outcome).verdict();
    }
}
