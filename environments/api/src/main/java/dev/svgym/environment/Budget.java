package dev.svgym.environment;

/**
 * What a rollout may spend.
 *
 * @param toolCalls after this many, tools refuse; an answer is still allowed
 * @param steps actions of a rollout; a tool call that takes the last one ends it as truncated
 */
public record Budget(int toolCalls, int steps) {

    /** For a task whose answer is its only action. */
    public static final Budget ANSWER_ONLY = new Budget(0, 1);

    public Budget {
        if (toolCalls < 0 || steps < 1) {
            throw new IllegalArgumentException(
                    "need tool calls >= 0 and steps >= 1, got %d and %d"
                            .formatted(toolCalls, steps));
        }
    }

    /** What is left after a trajectory. */
    public Remaining after(Trajectory trajectory) {
        return new Remaining(
                Math.max(0, toolCalls - trajectory.toolCalls()),
                Math.max(0, steps - trajectory.steps().size()));
    }

    /** Tool calls and steps that are left. */
    public record Remaining(int toolCalls, int steps) {}
}
