package dev.svgym.reward.golden;

import dev.svgym.reward.Advantages;
import dev.svgym.reward.EffectiveWeight;
import dev.svgym.reward.Estimator;
import dev.svgym.reward.Estimators;
import dev.svgym.reward.Gdpo;
import dev.svgym.reward.Group;
import dev.svgym.reward.GroupCounts;
import dev.svgym.reward.GroupEstimator;
import dev.svgym.reward.InvalidPolicy;
import dev.svgym.reward.PartsGroup;
import dev.svgym.reward.PassAtK;
import dev.svgym.reward.Sampling;
import dev.svgym.reward.ScalarEstimator;
import dev.svgym.reward.TruncatedLikelihood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the inputs of a case, calls the public interface and writes what comes back in the words of the schema. */
final class GoldenCalls {

    private static final JsonMapper JSON = JsonMapper.shared();

    private GoldenCalls() {}

    /** What the estimator or statistic of that name makes of the inputs; an unknown name fails. */
    static JsonNode call(String name, JsonNode inputs) {
        Map<String, @Nullable Object> result =
                switch (name) {
                    case "success_counts" -> successCounts(inputs);
                    case "pass_at_k" ->
                            value(
                                    PassAtK.any(
                                            GoldenStatistics.count(inputs, "c"),
                                            integer(inputs, "k")));
                    case "pass_all_k" ->
                            value(
                                    PassAtK.all(
                                            GoldenStatistics.count(inputs, "c"),
                                            integer(inputs, "k")));
                    case "effective_weight" -> effectiveWeight(inputs);
                    case "truncated_ml" -> truncatedLikelihood(inputs);
                    default ->
                            GoldenStatistics.NAMES.contains(name)
                                    ? GoldenStatistics.call(name, inputs)
                                    : estimator(name, inputs);
                };
        return JSON.valueToTree(result);
    }

    private static Map<String, @Nullable Object> estimator(String name, JsonNode inputs) {
        Estimator estimator = Estimators.named(name, parameters(inputs));
        return switch (estimator) {
            case GroupEstimator ofGroup ->
                    ofGroup(ofGroup.advantages(group(rewards(inputs), inputs)));
            case ScalarEstimator ofBatch -> {
                List<Group> groups = new ArrayList<>();
                for (JsonNode rewards : inputs.get("groups")) {
                    groups.add(group(optionalNumbers(rewards), inputs));
                }
                yield ofBatch(ofBatch.advantages(groups));
            }
            case Gdpo gdpo -> {
                List<PartsGroup> groups = new ArrayList<>();
                for (JsonNode rollouts : inputs.get("groups")) {
                    List<List<OptionalDouble>> rows = new ArrayList<>();
                    rollouts.forEach(row -> rows.add(optionalNumbers(row)));
                    groups.add(new PartsGroup(rows));
                }
                yield ofBatch(gdpo.advantages(groups));
            }
        };
    }

    /** The parameters of a case: its {@code params}, or for batches the fields beside {@code groups}. */
    private static Map<String, @Nullable Object> parameters(JsonNode inputs) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        JsonNode given = inputs.has("groups") ? inputs : inputs.path("params");
        for (var field : given.properties()) {
            if (!field.getKey().equals("groups") && !field.getKey().equals("invalid_policy")) {
                parameters.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class));
            }
        }
        return parameters;
    }

    private static Map<String, @Nullable Object> ofGroup(Advantages advantages) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("advantages", advantages.values());
        // An estimator without T is bounded by the valid rollouts alone.
        result.put("T_effective", advantages.tEffective().orElse(advantages.valid()));
        return result;
    }

    private static Map<String, @Nullable Object> ofBatch(List<Advantages> groups) {
        return Map.of("advantages", groups.stream().map(Advantages::values).toList());
    }

    private static Map<String, @Nullable Object> successCounts(JsonNode inputs) {
        var counts = GroupCounts.of(rewards(inputs), inputs.get("threshold").asDouble());
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("total", counts.total());
        result.put("valid", counts.valid());
        result.put("invalid", counts.invalid());
        result.put("successes", counts.successes());
        result.put("failures", counts.failures());
        result.put("mean", orNull(counts.mean()));
        result.put("informative", counts.informative());
        result.put("all_fail", counts.allFail());
        result.put("all_pass", counts.allPass());
        return result;
    }

    private static Map<String, @Nullable Object> effectiveWeight(JsonNode inputs) {
        Estimator estimator = Estimators.named(inputs.get("of").asString(), parameters(inputs));
        return value(
                new EffectiveWeight((GroupEstimator) estimator, integer(inputs, "N"))
                        .at(inputs.get("p").asDouble()));
    }

    private static Map<String, @Nullable Object> truncatedLikelihood(JsonNode inputs) {
        var likelihood = new TruncatedLikelihood(integer(inputs, "T"));
        double p = inputs.get("p").asDouble();
        return Map.of("weight", likelihood.weight(p), "objective", likelihood.objective(p));
    }

    private static Group group(List<OptionalDouble> rewards, JsonNode inputs) {
        String policy = inputs.path("invalid_policy").asString("exclude");
        return new Group(
                rewards, InvalidPolicy.valueOf(policy.toUpperCase(Locale.ROOT)), Sampling.FIXED_N);
    }

    private static List<OptionalDouble> rewards(JsonNode inputs) {
        if (inputs.has("rewards")) {
            return optionalNumbers(inputs.get("rewards"));
        }
        List<OptionalDouble> rewards = new ArrayList<>();
        for (JsonNode run : inputs.get("rewards_rle")) {
            rewards.addAll(Collections.nCopies(run.get(1).asInt(), optionalNumber(run.get(0))));
        }
        return rewards;
    }

    private static List<OptionalDouble> optionalNumbers(JsonNode array) {
        List<OptionalDouble> numbers = new ArrayList<>();
        array.forEach(item -> numbers.add(optionalNumber(item)));
        return numbers;
    }

    private static OptionalDouble optionalNumber(JsonNode node) {
        return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
    }

    static Map<String, @Nullable Object> value(double value) {
        return Map.of("value", value);
    }

    static int integer(JsonNode inputs, String name) {
        return inputs.get(name).asInt();
    }

    static @Nullable Object orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    static @Nullable Object orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
