package dev.svgym.server.rollouts;

import dev.svgym.server.environments.FunctionTool;
import dev.svgym.server.environments.ShownTask;
import dev.svgym.server.environments.ShownTask.ShownBudget;
import dev.svgym.server.environments.ShownTask.ShownMessage;
import java.time.Instant;
import java.util.List;

/**
 * A rollout as it begins: all that an agent needs.
 *
 * @param task id of the task
 * @param messages chat messages, in order
 * @param tools in the OpenAI function format
 * @param expiresAt when it is truncated, unless somebody acts before
 * @param mcp where the agent itself may call the tools and answer, instead of its trainer
 */
public record BegunRollout(
        String id,
        String task,
        String taskDigest,
        List<ShownMessage> messages,
        List<FunctionTool> tools,
        ShownBudget budget,
        Instant expiresAt,
        McpAddresses.McpAddress mcp) {

    public static BegunRollout of(Rollout rollout, McpAddresses addresses) {
        ShownTask task = ShownTask.of(rollout.task());
        return new BegunRollout(
                rollout.id(),
                task.id(),
                task.digest(),
                task.messages(),
                task.tools(),
                task.budget(),
                rollout.expiresAt(),
                addresses.of(rollout));
    }
}
