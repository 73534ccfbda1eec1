package dev.svgym.server.estimators;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.svgym.reward.Advantages;
import dev.svgym.reward.EffectiveWeight;
import dev.svgym.reward.Estimator;
import dev.svgym.reward.EstimatorDescription;
import dev.svgym.reward.EstimatorParameter;
import dev.svgym.reward.Estimators;
import dev.svgym.reward.GroupEstimator;
import dev.svgym.reward.RewardsRefusedException;
import dev.svgym.reward.ScalarSumCollapse;
import dev.svgym.reward.TruncatedLikelihood;
import dev.svgym.server.environments.Judging;
import dev.svgym.server.problems.FieldErrors;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Estimators, what they are and what they make of rewards. */
@RestController
@RequestMapping("/v1")
class EstimatorsController {

    private static final int LARGEST_N = 65_536;
    private static final int MOST_POINTS = 1000;

    private final Judging judging;

    EstimatorsController(Judging judging) {
        this.judging = judging;
    }

    /** The advantages of each group. */
    record AdvantagesReply(List<AdvantagesRow> groups) {}

    /**
     * The advantages of one group.
     *
     * @param k successes; null where a reward is neither 0 nor 1
     * @param tEffective T after capping at {@code valid}; null for an estimator without T
     * @param scalarSum what adding the parts up before normalising would lose; null where there is one reward a rollout
     */
    record AdvantagesRow(
            int n,
            int valid,
            @Nullable Integer k,
            @Nullable Integer tEffective,
            List<Double> advantages,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CollapseRow scalarSum) {

        static AdvantagesRow of(AdvantagesRequest.Made made) {
            Advantages advantages = made.advantages();
            return new AdvantagesRow(
                    advantages.n(),
                    advantages.valid(),
                    advantages.successes().isPresent() ? advantages.successes().getAsInt() : null,
                    advantages.tEffective().isPresent() ? advantages.tEffective().getAsInt() : null,
                    advantages.values(),
                    made.collapse().map(CollapseRow::of).orElse(null));
        }
    }

    /**
     * Rollouts that differ in their parts and not in their weighted sum.
     *
     * @param differing pairs of rollouts with different parts
     * @param collapsed those of them that the sum cannot tell apart
     * @param share of the collapsed ones, in [0, 1]
     */
    record CollapseRow(long differing, long collapsed, double share) {

        static CollapseRow of(ScalarSumCollapse collapse) {
            return new CollapseRow(collapse.differing(), collapse.collapsed(), collapse.share());
        }
    }

    /** Every estimator. */
    record EstimatorList(List<EstimatorRow> estimators) {}

    /** An estimator's papers. */
    record EstimatorRow(
            String name,
            String formula,
            String target,
            String assumptions,
            String source,
            List<ParameterRow> parameters) {

        static EstimatorRow of(EstimatorDescription papers) {
            return new EstimatorRow(
                    papers.name(),
                    papers.formula(),
                    papers.target(),
                    papers.assumptions(),
                    papers.source(),
                    papers.parameters().stream().map(ParameterRow::of).toList());
        }
    }

    /**
     * A parameter of an estimator.
     *
     * @param standard value where it is not given; null where there is none
     */
    record ParameterRow(
            String name,
            String kind,
            boolean required,
            @Nullable Object standard,
            List<String> choices,
            String meaning) {

        static ParameterRow of(EstimatorParameter parameter) {
            return new ParameterRow(
                    parameter.name(),
                    parameter.kind().name().toLowerCase(Locale.ROOT),
                    parameter.required(),
                    parameter.standard().orElse(null),
                    parameter.choices(),
                    parameter.meaning());
        }
    }

    /**
     * What an estimator really optimises, as a weight on the gradient of the chance of success.
     *
     * @param weight at the first of the points
     */
    record WeightReply(String estimator, int n, double weight, List<WeightPoint> points) {}

    /** The weight at one chance of success, beside those of the objectives that it lies between. */
    record WeightPoint(double p, double weight, Limits limits) {}

    /**
     * Weights that estimators tend to.
     *
     * @param reinforce of expected reward: 1
     * @param grpo of normalising by the standard deviation in large groups: 1/sqrt(p(1-p)); null at 0 and 1, where it
     *     has no bound
     * @param maxrl of the objective of MaxRL truncated at T = n: (1-(1-p)^n)/p
     * @param maximumLikelihood 1/p; null at 0, where it has no bound
     */
    record Limits(
            double reinforce,
            @Nullable Double grpo,
            double maxrl,
            @Nullable Double maximumLikelihood) {

        static Limits at(double p, int n) {
            return new Limits(
                    EffectiveWeight.ofExpectedReward(p),
                    p == 0 || p == 1 ? null : EffectiveWeight.ofGrpo(p),
                    new TruncatedLikelihood(n).weight(p),
                    p == 0 ? null : EffectiveWeight.ofMaximumLikelihood(p));
        }
    }

    @PostMapping("/advantages")
    AdvantagesReply advantages(@RequestBody AdvantagesRequest request) {
        return new AdvantagesReply(
                judging.compute(request::made).stream().map(AdvantagesRow::of).toList());
    }

    @GetMapping("/estimators")
    EstimatorList list() {
        return new EstimatorList(Estimators.describe().stream().map(EstimatorRow::of).toList());
    }

    @GetMapping("/estimators/{id}")
    EstimatorRow show(@PathVariable String id) {
        return EstimatorRow.of(describe(id));
    }

    @GetMapping("/estimators/{id}/weight")
    WeightReply weight(
            @PathVariable String id,
            @RequestParam int n,
            @RequestParam List<Double> p,
            @Parameter(hidden = true) @RequestParam Map<String, String> query) {
        describe(id);
        var errors = new FieldErrors();
        errors.require(
                n >= 1 && n <= LARGEST_N,
                "n",
                "expected 1 to %d rollouts, got %d".formatted(LARGEST_N, n));
        errors.require(
                !p.isEmpty() && p.size() <= MOST_POINTS,
                "p",
                "expected 1 to %d chances in [0, 1]".formatted(MOST_POINTS));
        errors.throwIfAny();
        Map<String, String> params = new LinkedHashMap<>(query);
        params.remove("n");
        params.remove("p");
        Estimator estimator = Estimators.namedFromText(id, params);
        if (!(estimator instanceof GroupEstimator alone)) {
            throw new RewardsRefusedException(
                    RewardsRefusedException.Code.BAD_PARAMETER,
                    "%s has no weight of its own: it depends on the batch or on several parts."
                            .formatted(id));
        }
        List<WeightPoint> points =
                judging.compute(() -> {
                    var weight = new EffectiveWeight(alone, n);
                    return p.stream()
                            .map(chance ->
                                    new WeightPoint(
                                            chance, weight.at(chance), Limits.at(chance, n)))
                            .toList();
                });
        return new WeightReply(id, n, points.getFirst().weight(), points);
    }

    private static EstimatorDescription describe(String name) {
        try {
            return Estimators.describe(name);
        } catch (RewardsRefusedException unknown) {
            throw ProblemException.of(
                            ProblemType.UNKNOWN_ESTIMATOR, String.valueOf(unknown.getMessage()))
                    .withCode(unknown.code().name());
        }
    }
}
