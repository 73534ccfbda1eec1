package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.environment.Action;
import dev.svgym.environment.Observation;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Tools act on a working copy that is folded from the trajectory; the answer is judged against the original files. */
class ToolsTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String NO_HOST_NETWORK =
            "--- a/pod.yaml\n+++ b/pod.yaml\n@@ -7,3 +7,2 @@\n spec:\n-  hostNetwork: true\n   containers:\n";

    private final Task task =
            Examples.ENVIRONMENT.pose(
                    new TaskReference.Inline(MAPPER.readTree(Examples.definition(Examples.POD))));
    private Trajectory trajectory = Trajectory.EMPTY;

    private Observation call(String tool, Map<String, ?> arguments) {
        var call = new Action.ToolCall(tool, MAPPER.valueToTree(arguments));
        Outcome outcome = Examples.ENVIRONMENT.step(task, trajectory, call);
        assertThat(outcome).isInstanceOf(Outcome.Observed.class);
        Observation observation = ((Outcome.Observed) outcome).observation();
        trajectory = trajectory.with(new Trajectory.Step(call, observation));
        return observation;
    }

    private int violations() {
        return call("opa", Map.of()).data().required("violations").size();
    }

    @Test
    void a_patch_changes_the_working_copy_and_a_reset_takes_it_back() {
        int before = violations();
        assertThat(call("apply_patch", Map.of("patch", NO_HOST_NETWORK)).content())
                .isEqualTo("Applied.");
        assertThat(violations()).isEqualTo(before - 1);
        assertThat(call("view", Map.of("path", "pod.yaml")).content())
                .contains("   8    containers:")
                .doesNotContain("hostNetwork");

        call("reset_workspace", Map.of());

        assertThat(violations()).isEqualTo(before);
        assertThat(call("view", Map.of("path", "pod.yaml")).content()).contains("hostNetwork");
    }

    @Test
    void a_working_copy_that_cannot_be_read_is_said_to_be_so_and_is_not_clean() {
        call(
                "apply_patch",
                Map.of("patch", "--- pod.yaml\n+++ pod.yaml\n@@ -7 +7 @@\n-spec:\n+spec: [\n"));

        Observation observation = call("opa", Map.of());

        assertThat(observation.content()).contains("cannot be scanned", "pod.yaml");
        assertThat(observation.data().has("violations")).isFalse();
    }

    @Test
    void what_is_asked_wrongly_is_answered_and_changes_nothing() {
        int before = violations();

        assertThat(call("apply_patch", Map.of("patch", "nonsense")).content())
                .startsWith("Not applied");
        assertThat(call("apply_patch", Map.of()).content()).contains("Expected the arguments");
        assertThat(call("view", Map.of("path", "../../etc/passwd")).content())
                .contains("no such file");
        assertThat(call("opa", Map.of("path", "/")).content()).contains("Expected the arguments");
        assertThat(call("rm", Map.of()).content()).contains("no tool of that name");
        assertThat(violations()).isEqualTo(before);
    }

    @Test
    void beyond_the_budget_tools_refuse_but_an_answer_is_still_judged() {
        for (int i = 0; i < task.budget().toolCalls(); i++) {
            call("view", Map.of("path", "pod.yaml"));
        }

        assertThat(call("apply_patch", Map.of("patch", NO_HOST_NETWORK)).content())
                .contains("used up");

        var outcome =
                Examples.ENVIRONMENT.step(
                        task, trajectory, new Action.Answer(Examples.wholeFile(Examples.REPAIRED)));
        Verdict verdict = ((Outcome.Finished) outcome).verdict();
        assertThat(verdict.success()).hasValue(1);
        // 0.80 + 0.10 + 0 + 0.05 (1 - 0.25): nothing is left of the economy
        assertThat(verdict.reward().getAsDouble()).isCloseTo(0.9375, within(1e-12));
    }

    @Test
    void the_last_step_ends_a_rollout_that_does_not_answer() {
        for (int i = 1; i < task.budget().steps(); i++) {
            call("view", Map.of("path", "pod.yaml"));
        }

        var outcome =
                Examples.ENVIRONMENT.step(
                        task, trajectory, new Action.ToolCall("opa", MAPPER.createObjectNode()));

        Verdict verdict = ((Outcome.Finished) outcome).verdict();
        assertThat(verdict.ending()).isEqualTo(Verdict.Ending.TRUNCATED);
        assertThat(verdict.success()).hasValue(0);
        assertThat(verdict.reward()).hasValue(0);
    }
}
