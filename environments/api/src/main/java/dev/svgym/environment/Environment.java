package dev.svgym.environment;

import dev.svgym.environment.imports.TaskImporter;
import dev.svgym.environment.report.AttemptReport;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A set of tasks with the rule that judges answers to them.
 *
 * <p>Implementations keep no state that a caller could notice: the same task, trajectory and action give the same
 * outcome for ever, on any thread. What an agent sends is data; whatever it is, {@link #step} returns an outcome and
 * does not throw.
 */
public interface Environment {

    /** What this environment is and pays. Constant while the process runs, but for the splits of imported sets. */
    EnvironmentCard card();

    /** The engines behind the verifier and how they are now; empty where judging needs none. */
    default List<Engine> engines() {
        return List.of();
    }

    /**
     * Whether posing a task and judging an action take about a millisecond at most and wait for no engine, whatever comes.
     * A server then calls this environment where it reads the request, without a thread and a deadline of its own.
     */
    default boolean isBrief() {
        return false;
    }

    /** What turns files into sets of tasks; empty where this environment takes none. */
    default Optional<TaskImporter> importer() {
        return Optional.empty();
    }

    /** A new report on attempts at this environment's tasks; empty where it has none of its own. */
    default Optional<AttemptReport> report() {
        return Optional.empty();
    }

    /**
     * The task that a reference names. The same reference gives an equal task for ever.
     *
     * @throws TaskRefusedException where there is no such task, or the definition of an inline task is unsound
     */
    Task pose(TaskReference reference);

    /**
     * The hidden reference of a task, for supervised warm start and audit: {@code answer}, which succeeds as the only
     * action, and facts beside it that each environment documents. Empty where there is none. Never for an agent.
     *
     * @param task as posed by this environment
     */
    default Optional<JsonNode> reference(Task task) {
        return Optional.empty();
    }

    /**
     * What an action leads to.
     *
     * @param task as posed by this environment
     * @param trajectory the steps before this action
     */
    Outcome step(Task task, Trajectory trajectory, Action action);
}
