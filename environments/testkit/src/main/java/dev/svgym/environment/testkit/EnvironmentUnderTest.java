package dev.svgym.environment.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Action;
import dev.svgym.environment.Environment;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.Task;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the contract is given: an environment whose engines are up, and samples of its tasks. */
interface EnvironmentUnderTest {

    /** The tasks that the contract takes from the start of each split. */
    int TASKS_OF_A_SPLIT = 40;

    /** The environment; may be the same object each time. */
    Environment environment();

    /** At least one sample, and one for each kind of task that the environment poses. */
    List<Sample> samples();

    /** The inline task of a sample. */
    default Task pose(Sample sample) {
        return environment().pose(new TaskReference.Inline(sample.definition()));
    }

    /** The first tasks of a split. */
    default List<Task> firstTasksOf(SplitCard split) {
        List<Task> tasks = new ArrayList<>();
        for (long i = 0; i < Math.min(split.size(), TASKS_OF_A_SPLIT); i++) {
            tasks.add(environment().pose(split.at(i)));
        }
        return tasks;
    }

    /** Tasks of every kind: one of each sample, and the first of each split. */
    default List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Sample sample : samples()) {
            tasks.add(pose(sample));
        }
        for (SplitCard split : environment().card().splits()) {
            tasks.addAll(firstTasksOf(split));
        }
        assertThat(tasks).isNotEmpty();
        return tasks;
    }

    /** The verdict on an answer that is the rollout's only action. */
    default Verdict judge(Task task, String answer) {
        return judge(task, Trajectory.EMPTY, new Action.Answer(answer));
    }

    /** The verdict on an action that ends the rollout. */
    default Verdict judge(Task task, Trajectory trajectory, Action ending) {
        Outcome outcome = environment().step(task, trajectory, ending);
        assertThat(outcome).isInstanceOf(Outcome.Finished.class);
        return ((Outcome.Finished) outcome).verdict();
    }
}
