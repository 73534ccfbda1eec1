package dev.svgym.configremediation;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Split;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskReference.FromSet;
import dev.svgym.environment.TaskReference.FromSplit;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Generated tasks for tests, posed once. */
final class GeneratedSample {

    static final List<RemediationTask> TRAIN =
            PosedTogether.first(FromSplit::new, Split.TRAIN, 240);
    static final List<RemediationTask> OOD = PosedTogether.first(FromSplit::new, Split.OOD, 120);

    private GeneratedSample() {}

    /** Those of Dockerfiles, which need Semgrep. */
    static final class Dockerfiles {

        static final List<RemediationTask> TRAIN =
                PosedTogether.first(Dockerfiles::place, Split.TRAIN, 160);
        static final List<RemediationTask> OOD =
                PosedTogether.first(Dockerfiles::place, Split.OOD, 80);

        private Dockerfiles() {}

        private static TaskReference place(Split split, long index) {
            return new FromSet("dockerfile", split, index);
        }
    }

    /** Those of Terraform, many of which need Semgrep. */
    static final class Terraform {

        static final List<RemediationTask> TRAIN =
                PosedTogether.first(Terraform::place, Split.TRAIN, 400);
        static final List<RemediationTask> OOD =
                PosedTogether.first(Terraform::place, Split.OOD, 120);

        private Terraform() {}

        private static TaskReference place(Split split, long index) {
            return new FromSet("terraform", split, index);
        }
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
