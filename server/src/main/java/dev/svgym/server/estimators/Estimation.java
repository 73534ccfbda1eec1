package dev.svgym.server.estimators;

import dev.svgym.reward.Advantages;
import dev.svgym.reward.Estimator;
import dev.svgym.reward.Gdpo;
import dev.svgym.reward.Group;
import dev.svgym.reward.InvalidPolicy;
import dev.svgym.reward.PartsGroup;
import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.Sampling;
import dev.svgym.reward.ScalarEstimator;
import dev.svgym.server.environments.ShownVerdict;
import dev.svgym.server.environments.ShownVerdict.ShownPart;
import dev.svgym.server.estimators.EstimatorRequest.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An estimator and what it is fed with.
 *
 * @param nulls what becomes of verdicts without a reward
 */
public record Estimation(Estimator estimator, Signal signal, InvalidPolicy nulls) {

    /**
     * The advantages of groups of one batch, in their order; an estimator may let the groups influence each other.
     *
     * @param parts how many parts a reward of the environment has
     */
    List<Advantages> of(List<GroupOfVerdicts> groups, int parts) {
        return switch (estimator) {
            case ScalarEstimator scalar ->
                    scalar.advantages(
                            groups.stream()
                                    .map(group ->
                                            new Group(
                                                    rewards(group.counted()),
                                                    nulls,
                                                    sampling(group)))
                                    .toList());
            case Gdpo gdpo -> gdpo(gdpo, groups, parts);
        };
    }

    private static List<Advantages> gdpo(Gdpo gdpo, List<GroupOfVerdicts> groups, int parts) {
        if (groups.stream().anyMatch(group -> group.stop().isPresent())) {
            throw new RewardsRefusedException(
                    RewardsRefusedException.Code.BIASED_COMBINATION,
                    "gdpo is biased for a stopped group; use maxrl_conditional, or groups of fixed size.");
        }
        return gdpo.advantages(
                groups.stream()
                        .map(group ->
                                new PartsGroup(
                                        group.counted().stream()
                                                .map(verdict -> row(verdict, parts))
                                                .toList()))
                        .toList());
    }

    /** What is counted ends at the last success that was wanted already, so every rollout given counts. */
    private static Sampling sampling(GroupOfVerdicts group) {
        return group.stop().map(stop -> Sampling.stopped(stop.cap())).orElse(Sampling.FIXED_N);
    }

    private List<OptionalDouble> rewards(List<ShownVerdict> verdicts) {
        return verdicts.stream()
                .map(verdict ->
                        optional(
                                signal == Signal.REWARD || verdict.success() == null
                                        ? verdict.reward()
                                        : Double.valueOf(verdict.success())))
                .toList();
    }

    private static List<OptionalDouble> row(ShownVerdict verdict, int parts) {
        if (verdict.parts() == null) {
            return Collections.nCopies(parts, OptionalDouble.empty());
        }
        List<OptionalDouble> row = new ArrayList<>();
        for (ShownPart part : verdict.parts().values()) {
            row.add(optional(part.value()));
        }
        return row;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
