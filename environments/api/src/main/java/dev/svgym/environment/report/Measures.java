package dev.svgym.environment.report;

import dev.svgym.reward.statistics.Interval;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes measured numbers with their intervals into a report. */
public final class Measures {

    private Measures() {}

    /**
     * Writes each as {@code {value, low, high}}, null where it is not defined.
     *
     * @param values by place in the report: keys, with a slash between them
     * @param intervals by the same places, of those that have one
     */
    public static void put(
            ObjectNode report, Map<String, Double> values, Map<String, Interval> intervals) {
        values.forEach((place, value) -> {
            String[] path = place.split("/", -1);
            ObjectNode at = report;
            for (int i = 0; i < path.length - 1; i++) {
                at = at.has(path[i]) ? (ObjectNode) at.path(path[i]) : at.putObject(path[i]);
            }
            ObjectNode node = at.putObject(path[path.length - 1]);
            Interval interval = intervals.get(place);
            node.put("value", Double.isFinite(value) ? value : null);
            node.put("low", interval == null ? null : (Double) interval.low());
            node.put("high", interval == null ? null : (Double) interval.high());
        });
    }
}
