package dev.svgym.server.groups;

import dev.svgym.server.estimators.GroupOfVerdicts.Stop;
import java.util.List;
import java.util.Optional;

/**
 * Rollouts of one task.
 *
 * @param task id of the task
 * @param rollouts their ids, in index order
 * @param stop when sampling stops; empty for a group of fixed size
 */
record RolloutGroup(
        String id, String environment, String task, List<String> rollouts, Optional<Stop> stop) {

    RolloutGroup {
        rollouts = List.copyOf(rollouts);
    }
}
