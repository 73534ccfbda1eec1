package dev.svgym.environment.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.Trajectory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hidden part of a task is in nothing that leaves the environment. */
interface SecrecyContract extends EnvironmentUnderTest {

    @Test
    default void what_is_shown_does_not_depend_on_what_is_hidden() {
        for (Sample sample : samples()) {
            sample.twin()
                    .ifPresent(definition -> {
                        Task task = pose(sample);
                        Task twin = environment().pose(new TaskReference.Inline(definition));

                        assertThat(twin).isNotEqualTo(task);
                        assertThat(twin.id()).isNotEqualTo(task.id());
                        assertThat(twin.digest()).isEqualTo(task.digest());
                        assertThat(twin.messages()).isEqualTo(task.messages());
                        assertThat(twin.tools()).isEqualTo(task.tools());
                        assertThat(twin.budget()).isEqualTo(task.budget());
                    });
        }
    }

    @Test
    default void no_canary_of_the_hidden_part_is_shown_or_told() {
        for (Sample sample : samples()) {
            for (String canary : sample.canaries()) {
                assertThat(sample.definition().toString()).contains(canary);
                assertThat(textsOf(sample)).noneMatch(text -> text.contains(canary));
            }
        }
    }

    @Test
    default void a_refusal_does_not_repeat_the_hidden_part() {
        for (Sample sample : samples()) {
            for (ObjectNode broken : Definitions.mutations(sample.definition())) {
                broken.put("no_such_field", 1);
                TaskRefusedException refusal =
                        catchThrowableOfType(
                                TaskRefusedException.class,
                                () -> environment().pose(new TaskReference.Inline(broken)));
                String told = refusal.getMessage() + refusal.errors();

                assertThat(sample.canaries()).noneMatch(told::contains);
            }
        }
    }

    /** Everything that a rollout of a sample's task lets out, as text. */
    private List<String> textsOf(Sample sample) {
        Task task = pose(sample);
        List<String> texts = new ArrayList<>();
        texts.add(task.id());
        texts.add(task.digest());
        texts.add(task.messages().toString());
        texts.add(task.tools().toString());
        texts.add(task.toString());
        List<Action> actions = new ArrayList<>(ToolContract.hostileCalls(task));
        task.tools()
                .forEach(tool ->
                        actions.add(
                                new Action.ToolCall(
                                        tool.name(), JsonNodeFactory.instance.objectNode())));
        sample.good().forEach(answer -> actions.add(new Action.Answer(answer)));
        sample.bad().forEach(answer -> actions.add(new Action.Answer(answer)));
        HostileInput.OBJECTS.forEach(answer -> actions.add(new Action.Answer(answer)));
        for (Action action : actions) {
            Outcome outcome = environment().step(task, Trajectory.EMPTY, action);
            texts.add(outcome.toString());
        }
        return texts;
    }
}
