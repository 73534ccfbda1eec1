package dev.svgym.server.estimators;

import dev.svgym.server.environments.ShownVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of one group, in index order.
 *
 * @param name of the group
 * @param task id of its task; null where it could not be posed
 * @param items indices of the rollouts in the request, or in the group
 * @param verdicts one an item; empty where the rollout is open
 * @param stop when sampling stopped; empty for a group of fixed size
 */
public record GroupOfVerdicts(
        String name,
        @Nullable String task,
        List<Integer> items,
        List<Optional<ShownVerdict>> verdicts,
        Optional<Stop> stop) {

    /**
     * Sampling that stops.
     *
     * @param successes rollouts count in index order up to this success; later ones are discarded
     * @param cap most rollouts of the group
     */
    public record Stop(int successes, int cap) {}

    public GroupOfVerdicts {
        items = List.copyOf(items);
        verdicts = List.copyOf(verdicts);
    }

    /** How many items count: all, or those up to the last success that was wanted. */
    int length() {
        int wanted = stop.map(Stop::successes).orElse(Integer.MAX_VALUE);
        int successes = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).map(GroupOfVerdicts::succeeded).orElse(false)
                    && ++successes == wanted) {
                return i + 1;
            }
        }
        return verdicts.size();
    }

    /** Whether every item that counts has its verdict. */
    boolean isComplete() {
        return verdicts.subList(0, length()).stream().allMatch(Optional::isPresent);
    }

    /** The verdicts that count and are there. */
    List<ShownVerdict> counted() {
        List<ShownVerdict> counted = new ArrayList<>();
        verdicts.subList(0, length()).forEach(verdict -> verdict.ifPresent(counted::add));
        return counted;
    }

    static boolean succeeded(ShownVerdict verdict) {
        return Integer.valueOf(1).equals(verdict.success());
    }
}
