package dev.svgym.server.rollouts;

import dev.svgym.environment.Task;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import dev.svgym.server.environments.ShownTask.ShownBudget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at one task, as it is stored. Immutable: each change makes the next version.
 *
 * @param version 0 when begun, one more with each change
 * @param cohort id of the group of this server that it belongs to; a cohort is kept and forgotten as one
 * @param expiresAt when an open rollout is truncated as idle
 * @param steps actions with their replies; the sequence of a step is its place, from 1
 * @param trajectory the tool calls among the steps, as the environment sees them
 */
public record Rollout(
        String id,
        long version,
        String environment,
        Task task,
        Labels labels,
        Optional<String> cohort,
        Instant begunAt,
        Instant expiresAt,
        List<StoredStep> steps,
        Trajectory trajectory,
        Optional<End> end) {

    /**
     * An action with the reply that a retry gets again.
     *
     * @param weight estimated bytes
     */
    record StoredStep(ActionRequest request, ActionReply reply, long weight) {

        static StoredStep of(ActionRequest request, ActionReply reply) {
            return new StoredStep(request, reply, Weight.of(request, reply));
        }
    }

    /** How a rollout ended. */
    public record End(By by, Verdict verdict, Instant at) {}

    /** Who ended a rollout. */
    public enum By {
        /** The agent or its trainer, by an action. */
        ACTION,
        /** Nobody acted in time. */
        EXPIRY,
        /** The trainer gave it up. */
        CANCELLATION
    }

    public Rollout {
        steps = List.copyOf(steps);
    }

    static Rollout begin(
            String id,
            String environment,
            Task task,
            Labels labels,
            Optional<String> cohort,
            Instant now,
            Instant expiresAt) {
        return new Rollout(
                id,
                0,
                environment,
                task,
                labels,
                cohort,
                now,
                expiresAt,
                List.of(),
                Trajectory.EMPTY,
                Optional.empty());
    }

    public boolean isOpen() {
        return end.isEmpty();
    }

    /** The sequence that the next action must have. */
    public int nextSequence() {
        return steps.size() + 1;
    }

    ShownBudget remaining() {
        return ShownBudget.of(task.budget().after(trajectory));
    }

    Rollout until(Instant renewedExpiry) {
        return change(renewedExpiry, steps, trajectory, end);
    }

    Rollout withStep(StoredStep step, Trajectory longer, Optional<End> ending, Instant expiry) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return change(expiry, all, longer, ending);
    }

    Rollout ended(End ending) {
        return change(expiresAt, steps, trajectory, Optional.of(ending));
    }

    private Rollout change(
            Instant expiry, List<StoredStep> all, Trajectory path, Optional<End> ending) {
        return new Rollout(
                id,
                version + 1,
                environment,
                task,
                labels,
                cohort,
                begunAt,
                expiry,
                all,
                path,
                ending);
    }
}
