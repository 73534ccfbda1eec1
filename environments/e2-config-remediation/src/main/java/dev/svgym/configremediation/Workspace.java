package dev.svgym.configremediation;

import dev.svgym.configremediation.patch.Patched;
import dev.svgym.configremediation.patch.UnifiedDiff;
import dev.svgym.environment.Action.ToolCall;
import dev.svgym.environment.Trajectory;
import java.util.SortedMap;

/**
 * The working copy of a rollout: the task's files with every patch of the trajectory that applied. The answer is judged
 * against the original files, whatever happened here.
 *
 * @param files path to text
 */
record Workspace(SortedMap<String, String> files) {

    static Workspace after(Trajectory trajectory, RemediationTask task) {
        SortedMap<String, String> files = task.files();
        int allowed = task.budget().toolCalls() - trajectory.unseenToolCalls();
        // Calls beyond the budget were refused, so they changed nothing.
        for (var step :
                trajectory.steps().subList(0, Math.clamp(allowed, 0, trajectory.steps().size()))) {
            files = new Workspace(files).with(step.action(), task);
        }
        return new Workspace(files);
    }

    private SortedMap<String, String> with(ToolCall call, RemediationTask task) {
        return switch (RequestedTool.of(call)) {
            case RequestedTool.ApplyPatch(var patch)
                    when UnifiedDiff.apply(patch, files) instanceof Patched.Applied(var patched) ->
                    patched;
            case RequestedTool.ResetWorkspace _ -> task.files();
            default -> files;
        };
    }
}
