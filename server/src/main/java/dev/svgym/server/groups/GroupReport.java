package dev.svgym.server.groups;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.svgym.environment.EnvironmentCard;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.environments.ShownVerdict.ShownPart;
import dev.svgym.server.estimators.GroupSummary;
import dev.svgym.server.rollouts.Rollout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is now: its success counts, and each of its rollouts.
 *
 * @param rollouts all of them, in index order, those that do not count included
 * @param parts the reward's parts, rollout by rollout
 * @param policyVersions how many rollouts each version of the model has made
 */
record GroupReport(
        String id,
        String environment,
        @JsonUnwrapped GroupSummary summary,
        List<RolloutRow> rollouts,
        PartsMatrix parts,
        List<VersionCount> policyVersions) {

    /**
     * One rollout.
     *
     * @param outcome of its verdict; null while it is open, as are success and reward
     */
    record RolloutRow(
            int index,
            String id,
            @Nullable String outcome,
            @Nullable Integer success,
            @Nullable Double reward,
            @Nullable String policyVersion) {}

    /**
     * Parts of every rollout.
     *
     * @param names in the order of the environment's card
     * @param weights default weights, in that order
     * @param values one row a rollout, in index order; null where a part does not apply or the rollout has no reward
     */
    record PartsMatrix(
            List<String> names, List<Double> weights, List<List<@Nullable Double>> values) {}

    /** Rollouts of one version of the model; null where none was named. */
    record VersionCount(@Nullable String version, int rollouts) {}

    static GroupReport of(
            RolloutGroup group,
            EnvironmentCard card,
            GroupSummary summary,
            List<Rollout> rollouts) {
        List<RolloutRow> rows = new ArrayList<>();
        List<List<@Nullable Double>> values = new ArrayList<>();
        Map<@Nullable String, Integer> versions = new LinkedHashMap<>();
        List<String> names = card.parts().stream().map(EnvironmentCard.PartCard::name).toList();
        for (Rollout rollout : rollouts) {
            @Nullable ShownVerdict verdict = verdict(rollout);
            String version = rollout.labels().policyVersion();
            rows.add(
                    new RolloutRow(
                            rows.size(),
                            rollout.id(),
                            verdict == null ? null : verdict.outcome(),
                            verdict == null ? null : verdict.success(),
                            verdict == null ? null : verdict.reward(),
                            version));
            values.add(row(names, verdict));
            versions.merge(version, 1, Integer::sum);
        }
        List<VersionCount> spread = new ArrayList<>();
        versions.forEach((version, count) -> spread.add(new VersionCount(version, count)));
        return new GroupReport(
                group.id(),
                group.environment(),
                summary,
                rows,
                new PartsMatrix(
                        names,
                        card.parts().stream().map(EnvironmentCard.PartCard::weight).toList(),
                        values),
                spread);
    }

    static @Nullable ShownVerdict verdict(Rollout rollout) {
        return rollout.end()
                .map(end -> ShownVerdict.of(rollout.task(), end.verdict()))
                .orElse(null);
    }

    private static List<@Nullable Double> row(List<String> names, @Nullable ShownVerdict verdict) {
        List<@Nullable Double> row = new ArrayList<>();
        for (String name : names) {
            ShownPart part =
                    verdict == null || verdict.parts() == null ? null : verdict.parts().get(name);
            row.add(part == null ? null : part.value());
        }
        return Collections.unmodifiableList(row);
    }
}
