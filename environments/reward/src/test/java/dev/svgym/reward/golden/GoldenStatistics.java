package dev.svgym.reward.golden;

import static dev.svgym.reward.golden.GoldenCalls.integer;
import static dev.svgym.reward.golden.GoldenCalls.orNull;
import static dev.svgym.reward.golden.GoldenCalls.value;

import dev.svgym.reward.SuccessCount;
import dev.svgym.reward.statistics.Bootstrap;
import dev.svgym.reward.statistics.Confidence;
import dev.svgym.reward.statistics.Interval;
import dev.svgym.reward.statistics.LearningCurve;
import dev.svgym.reward.statistics.MajorityVote;
import dev.svgym.reward.statistics.PassAtKCurve;
import dev.svgym.reward.statistics.PassRateIntervals;
import dev.svgym.reward.statistics.Stability;
import dev.svgym.reward.statistics.Strata;
import dev.svgym.reward.statistics.TestTimeEfficiency;
import dev.svgym.reward.statistics.WeightedStatistics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The statistics among the golden vectors. */
final class GoldenStatistics {

    static final Set<String> NAMES =
            Set.of(
                    "zero_success_upper",
                    "pass_at_k_curve",
                    "maj_at_k",
                    "wilson",
                    "beta_interval",
                    "clopper_pearson",
                    "bootstrap_ci",
                    "splitmix64",
                    "weighted_stats",
                    "strata",
                    "steps_to",
                    "test_time_efficiency",
                    "stability");

    private GoldenStatistics() {}

    static Map<String, @Nullable Object> call(String name, JsonNode inputs) {
        return switch (name) {
            case "zero_success_upper" ->
                    value(
                            PassRateIntervals.zeroSuccessUpper(
                                    integer(inputs, "n"), confidence(inputs)));
            case "pass_at_k_curve" ->
                    Map.of(
                            "values",
                            new PassAtKCurve(counts(inputs.get("tasks")))
                                    .at(integers(inputs, "ks")));
            case "maj_at_k" ->
                    value(
                            new MajorityVote(
                                            integer(inputs, "correct_votes"),
                                            integers(inputs, "other_votes"))
                                    .majAtK(integer(inputs, "k")));
            case "wilson" ->
                    interval(PassRateIntervals.wilson(count(inputs, "k"), confidence(inputs)));
            case "beta_interval" ->
                    interval(
                            PassRateIntervals.beta(
                                    count(inputs, "k"),
                                    confidence(inputs),
                                    number(inputs, "prior_a"),
                                    number(inputs, "prior_b")));
            case "clopper_pearson" ->
                    interval(
                            PassRateIntervals.clopperPearson(
                                    count(inputs, "k"), confidence(inputs)));
            case "bootstrap_ci" ->
                    interval(
                            new Bootstrap(confidence(inputs), integer(inputs, "reps"), seed(inputs))
                                    .ofMean(numbers(inputs, "values")));
            case "splitmix64" -> splitMix(inputs);
            case "weighted_stats" -> weighted(inputs);
            case "strata" -> strata(inputs);
            case "steps_to" -> {
                var curve = new LearningCurve(numbers(inputs, "steps"), numbers(inputs, "values"));
                yield nullable(
                        "step",
                        orNull(
                                curve.stepsTo(
                                        number(inputs, "target"),
                                        inputs.path("sustain").asInt(1),
                                        inputs.path("interpolate").asBoolean(true))));
            }
            case "test_time_efficiency" -> {
                var efficiency =
                        new TestTimeEfficiency(
                                integers(inputs, "ks"),
                                numbers(inputs, "base"),
                                numbers(inputs, "better"));
                yield nullable("ratio", orNull(efficiency.ratio(integer(inputs, "k_ref"))));
            }
            case "stability" -> stability(inputs);
            default -> throw new IllegalArgumentException("unknown statistic " + name);
        };
    }

    private static Map<String, @Nullable Object> splitMix(JsonNode inputs) {
        var random = new SplittableRandom(seed(inputs));
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < integer(inputs, "count"); i++) {
            drawn.add(Long.toUnsignedString(random.nextLong()));
        }
        return Map.of("unsigned", drawn);
    }

    private static Map<String, @Nullable Object> weighted(JsonNode inputs) {
        var weighted = WeightedStatistics.of(numbers(inputs, "values"), numbers(inputs, "weights"));
        return Map.of(
                "weight_sum",
                weighted.weightSum(),
                "mean",
                weighted.mean(),
                "variance",
                weighted.variance(),
                "ess",
                weighted.effectiveSampleSize());
    }

    private static Map<String, @Nullable Object> strata(JsonNode inputs) {
        List<SuccessCount> tasks = counts(inputs.get("counts"));
        var strata =
                new Strata(
                        numbers(inputs, "edges"),
                        number(inputs, "prior_a"),
                        number(inputs, "prior_b"));
        List<@Nullable Object> labels = new ArrayList<>();
        tasks.forEach(task -> labels.add(orNull(strata.bucket(task))));
        List<Map<String, @Nullable Object>> pooled = new ArrayList<>();
        for (Strata.Stratum stratum : strata.of(tasks)) {
            Map<String, @Nullable Object> entry =
                    nullable("pooled_pass1", orNull(stratum.passRate()));
            entry.put("tasks", stratum.tasks());
            entry.put("rollouts", stratum.rollouts());
            entry.put("successes", stratum.successes());
            pooled.add(entry);
        }
        return Map.of(
                "labels",
                labels,
                "strata",
                pooled,
                "shrunk_p",
                tasks.stream().map(strata::shrunkPassRate).toList());
    }

    private static Map<String, @Nullable Object> stability(JsonNode inputs) {
        var stability = Stability.of(numbers(inputs, "gradient_norms"));
        Map<String, @Nullable Object> result = nullable("mean", stability.mean());
        result.put("variance", orNull(stability.variance()));
        result.put("cv", orNull(stability.coefficientOfVariation()));
        result.put("max_over_median", orNull(stability.maxOverMedian()));
        return result;
    }

    private static Map<String, @Nullable Object> nullable(String name, @Nullable Object value) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put(name, value);
        return result;
    }

    private static Map<String, @Nullable Object> interval(Interval interval) {
        return Map.of("low", interval.low(), "high", interval.high());
    }

    /** n rollouts, and as many successes as the named field says. */
    static SuccessCount count(JsonNode inputs, String successes) {
        return new SuccessCount(integer(inputs, successes), integer(inputs, "n"));
    }

    private static List<SuccessCount> counts(JsonNode pairs) {
        List<SuccessCount> counts = new ArrayList<>();
        for (JsonNode pair : pairs) {
            counts.add(new SuccessCount(pair.get(1).asInt(), pair.get(0).asInt()));
        }
        return counts;
    }

    private static Confidence confidence(JsonNode inputs) {
        return Confidence.of(number(inputs, "confidence"));
    }

    private static long seed(JsonNode inputs) {
        return new BigInteger(inputs.get("seed").asString()).longValue();
    }

    private static double number(JsonNode inputs, String name) {
        return inputs.get(name).asDouble();
    }

    private static List<Double> numbers(JsonNode inputs, String name) {
        List<Double> numbers = new ArrayList<>();
        inputs.get(name).forEach(item -> numbers.add(item.asDouble()));
        return numbers;
    }

    private static List<Integer> integers(JsonNode inputs, String name) {
        List<Integer> integers = new ArrayList<>();
        inputs.get(name).forEach(item -> integers.add(item.asInt()));
        return integers;
    }
}
