package dev.svgym.environment;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of one rollout, in order; immutable.
 *
 * @param steps the tool calls so far with what they showed
 * @param unseenToolCalls tool calls that were made elsewhere and are known by their number alone
 */
public record Trajectory(List<Step> steps, int unseenToolCalls) {

    /** Before the first action. */
    public static final Trajectory EMPTY = new Trajectory(List.of(), 0);

    public Trajectory {
        steps = List.copyOf(steps);
        if (unseenToolCalls < 0) {
            throw new IllegalArgumentException(
                    "need unseen tool calls >= 0, got " + unseenToolCalls);
        }
    }

    /** Of an agent whose tool calls were made elsewhere: only their number is known. */
    public static Trajectory ofUnseen(int toolCalls) {
        return new Trajectory(List.of(), toolCalls);
    }

    public Trajectory with(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new Trajectory(longer, unseenToolCalls);
    }

    /** Tool calls made so far, refused ones included. */
    public int toolCalls() {
        return steps.size() + unseenToolCalls;
    }

    /** One tool call and what it showed. */
    public record Step(Action.ToolCall action, Observation observation) {}
}
