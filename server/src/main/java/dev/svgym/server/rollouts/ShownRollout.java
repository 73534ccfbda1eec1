package dev.svgym.server.rollouts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.svgym.server.environments.FunctionTool;
import dev.svgym.server.environments.ShownTask;
import dev.svgym.server.environments.ShownTask.ShownBudget;
import dev.svgym.server.environments.ShownTask.ShownMessage;
import dev.svgym.server.environments.ShownVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rollout with its trajectory so far.
 *
 * @param state {@code open}, {@code finished}, {@code cancelled} or {@code expired}
 * @param remaining tool calls and steps that are left
 * @param verdict null while it is open
 */
record ShownRollout(
        String id,
        String environment,
        String task,
        String taskDigest,
        Labels labels,
        String state,
        Instant begunAt,
        Instant expiresAt,
        List<ShownMessage> messages,
        List<FunctionTool> tools,
        List<ShownStep> steps,
        ShownBudget remaining,
        @Nullable ShownVerdict verdict) {

    /** An action and what it got. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownStep(ActionRequest action, ActionReply reply) {}

    static ShownRollout of(Rollout rollout) {
        ShownTask task = ShownTask.of(rollout.task());
        return new ShownRollout(
                rollout.id(),
                rollout.environment(),
                task.id(),
                task.digest(),
                rollout.labels(),
                state(rollout),
                rollout.begunAt(),
                rollout.expiresAt(),
                task.messages(),
                task.tools(),
                rollout.steps().stream()
                        .map(step -> new ShownStep(step.request(), step.reply()))
                        .toList(),
                rollout.remaining(),
                rollout.end()
                        .map(end -> ShownVerdict.of(rollout.task(), end.verdict()))
                        .orElse(null));
    }

    private static String state(Rollout rollout) {
        return rollout.end()
                .map(end ->
                        switch (end.by()) {
                            case ACTION -> "finished";
                            case CANCELLATION -> "cancelled";
                            case EXPIRY -> "expired";
                        })
                .orElse("open");
    }
}
