package dev.svgym.networklogs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.generation.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference of a task holds an answer that succeeds, and what was hidden. */
class SolutionTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static NetworkLogs scoredBy(Scoring scoring) {
        return new NetworkLogs(Optional.of(Secret.of("a secret of the tests")), scoring);
    }

    private static void assertSucceeds(NetworkLogs environment, Task task, JsonNode reference) {
        var answer = new Action.Answer(reference.required("answer").toString());
        var outcome = environment.step(task, Trajectory.EMPTY, answer);
        assertThat(((Outcome.Finished) outcome).verdict().success()).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Scoring.class)
    void succeeds_on_tasks_of_every_split(Scoring scoring) {
        NetworkLogs environment = scoredBy(scoring);
        for (Split split : Split.values()) {
            for (int index = 0; index < 50; index++) {
                Task task = environment.pose(new TaskReference.FromSplit(split, index));
                JsonNode reference = environment.reference(task).orElseThrow();

                assertSucceeds(environment, task, reference);
                assertThat(reference.required("posterior").doubleValue()).isBetween(0.0, 1.0);
                assertThat(reference.required("label").stringValue()).isIn("Benign", "Malicious");
                assertThat(reference.required("stratum").stringValue()).isEqualTo(task.stratum());
            }
        }
    }

    @Test
    void of_an_inline_task_is_its_label_at_full_confidence() {
        NetworkLogs environment = scoredBy(Scoring.POSTERIOR);
        Task task =
                environment.pose(
                        new TaskReference.Inline(
                                MAPPER.readTree("{\"log\": \"x\", \"label\": \"Malicious\"}")));

        JsonNode reference = environment.reference(task).orElseThrow();

        assertThat(reference)
                .isEqualTo(
                        MAPPER.readTree(
                                """
                                {"label": "Malicious", "bayes_act": "Malicious", "stratum": "inline",
                                 "answer": {"label": "Malicious", "confidence": 1.0}}
                                """));
        assertSucceeds(environment, task, reference);
    }
}
