package dev.svgym.server.adapters.nemogym;

import dev.svgym.server.adapters.DetailException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Statistics of verify replies, as NeMo Gym's own servers make them: by task, and of all. */
final class GymMetrics {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TASK = "_ng_task_index";
    private static final String ROLLOUT = "_ng_rollout_index";
    private static final List<String> STATISTICS = List.of("mean", "max", "min", "median", "std");

    private GymMetrics() {}

    /** One verify reply: its place and its numbers. */
    private record Line(long task, long rollout, Map<String, JsonNode> numbers) {}

    static ObjectNode of(JsonNode replies) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode reply : replies) {
            lines.add(line(reply));
        }
        if (lines.stream().map(line -> List.of(line.task(), line.rollout())).distinct().count()
                < lines.size()) {
            throw new DetailException(
                    422, "expected each pair of %s and %s once".formatted(TASK, ROLLOUT));
        }
        ObjectNode all = statistics(lines);
        ObjectNode reply = JSON.objectNode();
        ArrayNode groups = reply.putArray("group_level_metrics");
        lines.stream()
                .collect(Collectors.groupingBy(Line::task, TreeMap::new, Collectors.toList()))
                .forEach((task, group) -> groups.add(group(task, group)));
        reply.set("agent_metrics", all);
        ObjectNode key = reply.putObject("key_metrics");
        all.properties().stream()
                .filter(metric -> metric.getKey().startsWith("mean/"))
                .forEach(metric -> key.set(metric.getKey(), metric.getValue()));
        return reply;
    }

    private static Line line(JsonNode reply) {
        Map<String, JsonNode> numbers = new LinkedHashMap<>();
        addNumbers(reply, numbers);
        addNumbers(reply.path("response").path("usage"), numbers);
        numbers.remove(TASK);
        numbers.remove(ROLLOUT);
        return new Line(index(reply, TASK), index(reply, ROLLOUT), numbers);
    }

    private static void addNumbers(JsonNode from, Map<String, JsonNode> numbers) {
        from.properties()
                .forEach(field -> {
                    JsonNode value = field.getValue();
                    if (value.isBoolean()) {
                        numbers.put(field.getKey(), JSON.numberNode(value.booleanValue() ? 1 : 0));
                    } else if (value.isNumber() && Double.isFinite(value.asDouble())) {
                        numbers.put(field.getKey(), value);
                    }
                });
    }

    private static long index(JsonNode reply, String name) {
        JsonNode index = reply.path(name);
        if (index.isMissingNode()) {
            return 0;
        }
        if (!index.isIntegralNumber() || !index.canConvertToLong()) {
            throw new DetailException(422, "expected a whole number in " + name);
        }
        return index.longValue();
    }

    private static ObjectNode group(long task, List<Line> lines) {
        ObjectNode group = JSON.objectNode().put(TASK, task);
        group.setAll(statistics(lines));
        group.putObject("sample").putObject("agent_ref").put("name", "agent");
        group.put("num_rollouts", lines.size());
        group.put("expected_num_rollouts", lines.size());
        group.put("missing_num_rollouts", 0);
        group.put("reward_profile_completion_pct", 100.0);
        ArrayNode rollouts = group.putArray("rollout_infos");
        lines.stream()
                .sorted(Comparator.comparingLong(Line::rollout))
                .forEach(line -> {
                    ObjectNode info = rollouts.addObject();
                    info.put("rollout_id", line.task() + ":" + line.rollout());
                    info.put(TASK, line.task()).put(ROLLOUT, line.rollout());
                    line.numbers().forEach(info::set);
                });
        return group;
    }

    /** By statistic and then by name. The deviation of one value is none, told as 0 where no name has one. */
    private static ObjectNode statistics(List<Line> lines) {
        Map<String, double[]> columns =
                lines.stream()
                        .flatMap(line -> line.numbers().keySet().stream())
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> values(lines, name),
                                        (one, _) -> one,
                                        LinkedHashMap::new));
        boolean none = columns.values().stream().allMatch(values -> values.length < 2);
        ObjectNode metrics = JSON.objectNode();
        for (String statistic : STATISTICS) {
            columns.forEach((name, values) -> {
                OptionalDouble value = statistic(statistic, values);
                if (value.isPresent()) {
                    metrics.put(statistic + "/" + name, value.getAsDouble());
                } else if (none && values.length == lines.size()) {
                    metrics.put(statistic + "/" + name, 0.0);
                }
            });
        }
        return metrics;
    }

    private static double[] values(List<Line> lines, String name) {
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.numbers().get(name)).stream())
                .mapToDouble(JsonNode::asDouble)
                .sorted()
                .toArray();
    }

    /** Of sorted values, of which there is at least one. */
    private static OptionalDouble statistic(String name, double[] values) {
        int count = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        return switch (name) {
            case "mean" -> OptionalDouble.of(mean);
            case "max" -> OptionalDouble.of(values[count - 1]);
            case "min" -> OptionalDouble.of(values[0]);
            case "median" -> OptionalDouble.of((values[(count - 1) / 2] + values[count / 2]) / 2);
            case "std" ->
                    count < 2
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(
                                    Math.sqrt(
                                            Arrays.stream(values)
                                                            .map(value ->
                                                                    (value - mean) * (value - mean))
                                                            .sum()
                                                    / (count - 1)));
            default -> throw new IllegalArgumentException("no statistic " + name);
        };
    }
}
