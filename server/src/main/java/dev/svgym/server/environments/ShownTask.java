package dev.svgym.server.environments;

import dev.svgym.environment.Budget;
import dev.svgym.environment.Task;
import java.util.List;

/**
 * What of a task may leave the server; its hidden part and its stratum are not among it.
 *
 * @param messages chat messages, in order
 * @param tools in the OpenAI function format
 */
public record ShownTask(
        String id,
        String digest,
        List<ShownMessage> messages,
        List<FunctionTool> tools,
        ShownBudget budget) {

    public static ShownTask of(Task task) {
        return new ShownTask(
                task.id(),
                task.digest(),
                task.messages().stream()
                        .map(message -> new ShownMessage(message.role(), message.content()))
                        .toList(),
                task.tools().stream().map(FunctionTool::of).toList(),
                new ShownBudget(task.budget().toolCalls(), task.budget().steps()));
    }

    /** One chat message. */
    public record ShownMessage(String role, String content) {}

    /** Tool calls and steps that are left. */
    public record ShownBudget(int toolCalls, int steps) {

        public static ShownBudget of(Budget.Remaining remaining) {
            return new ShownBudget(remaining.toolCalls(), remaining.steps());
        }
    }
}
