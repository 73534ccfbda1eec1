package dev.svgym.configremediation;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference.FromSplit;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Generated tasks for tests, posed once. */
final class GeneratedSample {

    static final List<RemediationTask> TRAIN = first(Split.TRAIN, 240);
    static final List<RemediationTask> OOD = first(Split.OOD, 120);

    private GeneratedSample() {}

    private static List<RemediationTask> first(Split split, int number) {
        return LongStream.range(0, number)
                .mapToObj(index ->
                        (RemediationTask) Examples.ENVIRONMENT.pose(new FromSplit(split, index)))
                .toList();
    }

    static Reference reference(RemediationTask task) {
        return task.reference().orElseThrow();
    }

    /** The reference's answer as JSON. */
    static JsonNode answer(RemediationTask task) {
        return Examples.ENVIRONMENT.reference(task).orElseThrow().required("answer");
    }

    static Verdict judge(RemediationTask task, String answer) {
        var outcome = Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, new Action.Answer(answer));
        return ((Outcome.Finished) outcome).verdict();
    }

    static boolean succeeds(RemediationTask task, String answer) {
        return judge(task, answer).success().orElseThrow() == 1;
    }
}
