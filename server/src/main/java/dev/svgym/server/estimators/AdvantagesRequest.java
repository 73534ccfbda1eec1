package dev.svgym.server.estimators;

import dev.svgym.reward.Advantages;
import dev.svgym.reward.Estimator;
import dev.svgym.reward.Estimators;
import dev.svgym.reward.Gdpo;
import dev.svgym.reward.Group;
import dev.svgym.reward.InvalidPolicy;
import dev.svgym.reward.PartsGroup;
import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.Sampling;
import dev.svgym.reward.ScalarEstimator;
import dev.svgym.reward.ScalarSumCollapse;
import dev.svgym.server.estimators.EstimatorRequest.Nulls;
import dev.svgym.server.problems.FieldErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rewards from anywhere, to be made advantages.
 *
 * @param estimator name of the estimator
 * @param sampling {@code FIXED_N} where it is not given; {@code STOPPED} for groups that ended with their last rollout,
 *     with a cap in parentheses where it was larger than the group: {@code STOPPED(64)}
 * @param groups at least one
 */
record AdvantagesRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String estimator,
        @Nullable Map<String, @Nullable Object> params,
        @Nullable Nulls invalidPolicy,
        @Nullable String sampling,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable List<@Nullable RewardGroup> groups) {

    /** Far above every trainer's group; some estimators take time that grows with its square. */
    private static final int LARGEST_GROUP = 8192;

    /**
     * The rollouts of one task, with one reward each or with several parts.
     *
     * @param rewards one a rollout; null for a rollout that was lost
     * @param parts one row a rollout; null for a part that does not apply
     */
    record RewardGroup(
            @Nullable List<@Nullable Double> rewards,
            @Nullable List<@Nullable List<@Nullable Double>> parts) {}

    /**
     * What an estimator makes of one group.
     *
     * @param collapse what the weighted sum of the parts would lose; absent where there is one reward a rollout
     */
    record Made(Advantages advantages, Optional<ScalarSumCollapse> collapse) {}

    /** What the estimator makes of them, a group each. */
    List<Made> made() {
        check();
        Map<String, @Nullable Object> given = params == null ? Map.of() : params;
        Estimator named = Estimators.named(String.valueOf(estimator), given);
        InvalidPolicy nulls = Nulls.policy(invalidPolicy);
        var errors = new FieldErrors();
        return switch (named) {
            case ScalarEstimator scalar -> {
                List<Group> scalars = scalars(nulls, errors);
                errors.throwIfAny();
                yield scalar.advantages(scalars).stream()
                        .map(advantages -> new Made(advantages, Optional.empty()))
                        .toList();
            }
            case Gdpo gdpo -> {
                List<PartsGroup> rows = rows(nulls, errors);
                errors.throwIfAny();
                yield made(gdpo, rows);
            }
        };
    }

    private static List<Made> made(Gdpo gdpo, List<PartsGroup> groups) {
        List<Advantages> advantages = gdpo.advantages(groups);
        return IntStream.range(0, groups.size())
                .mapToObj(i ->
                        new Made(
                                advantages.get(i),
                                Optional.of(ScalarSumCollapse.of(groups.get(i), gdpo.weights()))))
                .toList();
    }

    private void check() {
        var errors = new FieldErrors();
        errors.require(
                estimator != null, "/estimator", "expected the name of an estimator, got none");
        errors.require(
                groups != null && !groups.isEmpty(), "/groups", "expected at least one group");
        errors.require(
                sampling == null
                        || sampling.matches("FIXED_N|STOPPED|STOPPED\\([1-9][0-9]{0,8}\\)"),
                "/sampling",
                "expected FIXED_N, STOPPED or STOPPED(cap)");
        errors.throwIfAny();
    }

    private List<RewardGroup> given(FieldErrors errors) {
        List<RewardGroup> given = new ArrayList<>();
        for (RewardGroup group : groups == null ? List.<RewardGroup>of() : groups) {
            if (group == null) {
                errors.add("/groups/" + given.size(), "expected a group, got null");
                return List.of();
            }
            given.add(group);
        }
        return given;
    }

    private List<Group> scalars(InvalidPolicy nulls, FieldErrors errors) {
        List<Group> scalars = new ArrayList<>();
        for (RewardGroup group : given(errors)) {
            String pointer = "/groups/" + scalars.size() + "/rewards";
            if (!fits(group.rewards(), pointer, errors) || group.rewards() == null) {
                return List.of();
            }
            scalars.add(
                    new Group(
                            optionals(group.rewards()),
                            nulls,
                            sampling(Math.max(1, group.rewards().size()))));
        }
        return scalars;
    }

    private List<PartsGroup> rows(InvalidPolicy nulls, FieldErrors errors) {
        if (nulls == InvalidPolicy.FAIL || sampling(1) instanceof Sampling.Stopped) {
            throw new RewardsRefusedException(
                    nulls == InvalidPolicy.FAIL
                            ? RewardsRefusedException.Code.BAD_PARAMETER
                            : RewardsRefusedException.Code.BIASED_COMBINATION,
                    "gdpo takes groups of fixed size and leaves lost rollouts out.");
        }
        List<PartsGroup> all = new ArrayList<>();
        for (RewardGroup group : given(errors)) {
            String pointer = "/groups/" + all.size() + "/parts";
            if (!fits(group.parts(), pointer, errors) || group.parts() == null) {
                return List.of();
            }
            List<List<OptionalDouble>> rows = new ArrayList<>();
            for (List<@Nullable Double> row : group.parts()) {
                if (row == null) {
                    errors.add(pointer + "/" + rows.size(), "expected a list of parts, got null");
                    return List.of();
                }
                rows.add(optionals(row));
            }
            all.add(new PartsGroup(rows));
        }
        return all;
    }

    private static boolean fits(@Nullable List<?> rollouts, String pointer, FieldErrors errors) {
        boolean fits = rollouts != null && rollouts.size() <= LARGEST_GROUP;
        errors.require(
                fits, pointer, "expected a list of at most %d rollouts".formatted(LARGEST_GROUP));
        return fits;
    }

    private Sampling sampling(int size) {
        if (sampling == null || sampling.equals("FIXED_N")) {
            return Sampling.FIXED_N;
        }
        String cap = sampling.replaceAll("\\D", "");
        return Sampling.stopped(cap.isEmpty() ? size : Integer.parseInt(cap));
    }

    private static List<OptionalDouble> optionals(List<@Nullable Double> values) {
        List<OptionalDouble> optionals = new ArrayList<>();
        for (Double value : values) {
            optionals.add(value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        return optionals;
    }
}
