package dev.svgym.environment.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Action;
import dev.svgym.environment.Action.ToolCall;
import dev.svgym.environment.Action.Truncation.Cause;
import dev.svgym.environment.Budget;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.Tool;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict.Ending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tools answer whatever they are called with, and a spent budget ends their use, not the rollout. */
interface ToolContract extends EnvironmentUnderTest {

    @Test
    default void an_unknown_tool_is_answered() {
        for (Task task : tasks()) {
            for (String name :
                    List.of("", "no_such_tool", "\u0000", "x".repeat(100_000), "a\uD800")) {
                assertObserved(task, Trajectory.EMPTY, new ToolCall(name, nothing()));
            }
        }
    }

    @Test
    default void a_tool_answers_arguments_of_any_shape_and_repeats_itself() {
        for (Task task : tasks()) {
            for (ToolCall call : hostileCalls(task)) {
                Outcome first = assertObserved(task, Trajectory.EMPTY, call);

                assertThat(environment().step(task, Trajectory.EMPTY, call)).isEqualTo(first);
            }
        }
    }

    @Test
    default void tool_calls_draw_on_the_budget_and_an_answer_is_judged_after_the_last() {
        for (Sample sample : samples()) {
            Task task = pose(sample);
            Budget budget = task.budget();
            Trajectory trajectory = Trajectory.EMPTY;
            for (int calls = 1; calls <= budget.toolCalls() + 2; calls++) {
                var call = new ToolCall(nameOfATool(task), nothing());
                var outcome = (Outcome.Observed) assertObserved(task, trajectory, call);
                trajectory = trajectory.with(new Trajectory.Step(call, outcome.observation()));

                assertThat(budget.after(trajectory).toolCalls())
                        .isEqualTo(Math.max(0, budget.toolCalls() - calls));
            }
            for (String answer : sample.good()) {
                var action = new Action.Answer(answer);
                assertThat(judge(task, trajectory, action).success()).hasValue(1);
                assertThat(judge(task, Trajectory.ofUnseen(10_000), action).success()).hasValue(1);
            }
            for (Cause cause : Cause.values()) {
                assertThat(judge(task, trajectory, new Action.Truncation(cause)).ending())
                        .isEqualTo(Ending.TRUNCATED);
            }
        }
    }

    /** Calls of every tool of a task with arguments of every shape. */
    static List<ToolCall> hostileCalls(Task task) {
        List<ToolCall> calls = new ArrayList<>();
        for (Tool tool : task.tools()) {
            for (JsonNode arguments : HostileInput.VALUES) {
                calls.add(new ToolCall(tool.name(), arguments));
            }
        }
        return calls;
    }

    private static String nameOfATool(Task task) {
        return task.tools().isEmpty() ? "no_such_tool" : task.tools().getFirst().name();
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Outcome assertObserved(Task task, Trajectory trajectory, ToolCall call) {
        Outcome outcome = environment().step(task, trajectory, call);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Observed.class,
                        observed -> {
                            assertThat(observed.observation().content()).isNotBlank();
                            Texts.assertWellFormed(observed.observation().content());
                        });
        return outcome;
    }
}
