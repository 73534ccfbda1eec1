package dev.svgym.server.estimators;

import dev.svgym.environment.EnvironmentCard;
import dev.svgym.environment.Verdict.Ending;
import dev.svgym.reward.Advantages;
import dev.svgym.reward.PassAtK;
import dev.svgym.reward.SuccessCount;
import dev.svgym.server.environments.ShownVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The success counts of one group, with advantages where they were asked for.
 *
 * @param group its name, or its task's id where it has none
 * @param items indices of the rollouts that count
 * @param n rollouts that count
 * @param valid n minus those without a reward
 * @param k successes
 * @param complete whether every rollout that counts has its verdict
 * @param sampling {@code FIXED_N} or {@code STOPPED}
 * @param passAt unbiased pass@k by k, for the powers of two up to {@code valid}; null while the group is not complete,
 *     and where sampling stopped, since it would be biased
 * @param advantages one an item; null where no estimator was asked for and while the group is not complete
 * @param tEffective T after capping; null for an estimator without T
 */
public record GroupSummary(
        String group,
        @Nullable String task,
        List<Integer> items,
        int n,
        int valid,
        int k,
        int abstained,
        int invalid,
        int truncated,
        int errors,
        boolean complete,
        String sampling,
        @Nullable Map<String, Double> passAt,
        @Nullable List<Double> advantages,
        @Nullable Integer tEffective) {

    /**
     * Counts each group. Advantages are made of the complete ones together.
     *
     * @throws dev.svgym.reward.RewardsRefusedException where the rewards do not suit the estimator
     */
    public static List<GroupSummary> of(
            List<GroupOfVerdicts> groups, Optional<Estimation> estimation, EnvironmentCard card) {
        List<GroupOfVerdicts> complete =
                groups.stream().filter(GroupOfVerdicts::isComplete).toList();
        List<Advantages> advantages =
                estimation
                        .map(wanted -> wanted.of(complete, card.parts().size()))
                        .orElse(List.of());
        List<GroupSummary> summaries = new ArrayList<>();
        int next = 0;
        for (GroupOfVerdicts group : groups) {
            boolean estimated = estimation.isPresent() && group.isComplete();
            summaries.add(of(group, estimated ? advantages.get(next++) : null));
        }
        return summaries;
    }

    private static GroupSummary of(GroupOfVerdicts group, @Nullable Advantages advantages) {
        List<ShownVerdict> counted = group.counted();
        int valid = (int) counted.stream().filter(verdict -> verdict.success() != null).count();
        int successes = (int) counted.stream().filter(GroupOfVerdicts::succeeded).count();
        boolean complete = group.isComplete();
        boolean stopped = group.stop().isPresent();
        return new GroupSummary(
                group.name(),
                group.task(),
                group.items().subList(0, group.length()),
                group.length(),
                valid,
                successes,
                count(counted, Ending.ABSTAINED.label()),
                count(counted, Ending.INVALID.label()),
                count(counted, Ending.TRUNCATED.label()),
                count(counted, ShownVerdict.ERROR),
                complete,
                stopped ? "STOPPED" : "FIXED_N",
                complete && !stopped ? passAt(new SuccessCount(successes, valid)) : null,
                advantages == null ? null : advantages.values(),
                advantages == null || advantages.tEffective().isEmpty()
                        ? null
                        : advantages.tEffective().getAsInt());
    }

    private static int count(List<ShownVerdict> verdicts, String outcome) {
        return (int) verdicts.stream().filter(verdict -> verdict.outcome().equals(outcome)).count();
    }

    private static Map<String, Double> passAt(SuccessCount count) {
        Map<String, Double> passAt = new LinkedHashMap<>();
        for (int k = 1; k <= count.rollouts(); k *= 2) {
            passAt.put(Integer.toString(k), PassAtK.any(count, k));
        }
        return passAt;
    }
}
