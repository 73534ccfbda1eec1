package dev.svgym.configremediation.report;

import dev.svgym.configremediation.report.Attempt.Violated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Every number of the report that has an interval, by its place in the report. NaN where it is not defined.
 *
 * @param weights how often each attempt is counted
 */
@SuppressWarnings("ArrayRecordComponent") // Made anew for each resample, never compared.
record Metrics(List<Attempt> attempts, int[] weights) {

    SequencedMap<String, Double> all() {
        SequencedMap<String, Double> all = new LinkedHashMap<>();
        all.put("headline/success", mean(_ -> true, one -> one.success() ? 1 : 0));
        all.put("headline/reward", mean(_ -> true, Attempt::reward));
        findings(all, "weighted", matching(true));
        findings(all, "unweighted", matching(false));
        all.put("finding_quality/mean_f1", mean(_ -> true, one -> one.weighted().f1()));
        all.put("repair/fix_rate", fixRate(true));
        all.put("repair/fix_rate_unweighted", fixRate(false));
        all.put(
                "repair/new_violation_weight",
                mean(Attempt::isScanned, one -> (double) one.added()));
        all.put(
                "repair/new_violation_rate",
                mean(Attempt::isScanned, one -> one.added() > 0 ? 1 : 0));
        all.put(
                "repair/success_on_faulty",
                mean(one -> !one.isClean(), one -> one.success() ? 1 : 0));
        all.put(
                "repair/minimality",
                mean(one -> one.success() && !one.isClean(), Attempt::minimality));
        all.put("clean/pass_rate", mean(Attempt::isClean, one -> one.success() ? 1 : 0));
        all.put(
                "clean/false_positive_rate",
                mean(Attempt::isClean, one -> one.claims().isEmpty() ? 0 : 1));
        all.put(
                "clean/false_positives",
                mean(Attempt::isClean, one -> (double) one.claims().size()));
        all.put("clean/changed_rate", mean(Attempt::isClean, one -> one.changed() ? 1 : 0));
        all.put("tool_economy/calls", mean(_ -> true, one -> (double) one.toolCalls()));
        all.put(
                "tool_economy/calls_of_successes",
                mean(Attempt::success, one -> (double) one.toolCalls()));
        all.put(
                "tool_economy/unused_budget",
                mean(
                        one -> one.budget() > 0,
                        one -> 1 - Math.min(1, (double) one.toolCalls() / one.budget())));
        all.put("turns/mean", mean(_ -> true, one -> (double) one.turns()));
        all.put("turns/steps_to_success", mean(Attempt::success, one -> (double) one.turns()));
        all.put(
                "format/valid_rate",
                mean(_ -> true, one -> one.ending().equals("answered") ? 1 : 0));
        all.put(
                "calibration/brier",
                mean(
                        one -> one.confidence().isPresent(),
                        one -> {
                            double miss = one.confidence().orElse(0) - (one.success() ? 1 : 0);
                            return miss * miss;
                        }));
        return all;
    }

    private static void findings(SequencedMap<String, Double> all, String name, Matching matching) {
        all.put("finding_quality/" + name + "/precision", matching.precision());
        all.put("finding_quality/" + name + "/recall", matching.recall());
        all.put("finding_quality/" + name + "/f1", matching.f1());
    }

    /** Over all attempts together. */
    private Matching matching(boolean weighted) {
        Matching sum = Matching.NOTHING;
        for (int i = 0; i < weights.length; i++) {
            Attempt attempt = attempts.get(i);
            sum = sum.plus(weighted ? attempt.weighted() : attempt.plain(), weights[i]);
        }
        return sum;
    }

    private double fixRate(boolean weighted) {
        double gone = 0;
        double there = 0;
        for (int i = 0; i < weights.length; i++) {
            for (Violated violation : attempts.get(i).violations()) {
                double weight = weights[i] * (weighted ? violation.severity().weight() : 1);
                there += weight;
                gone += violation.gone() ? weight : 0;
            }
        }
        return gone / there;
    }

    private double mean(Predicate<Attempt> of, ToDoubleFunction<Attempt> value) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < weights.length; i++) {
            Attempt attempt = attempts.get(i);
            if (of.test(attempt)) {
                sum += weights[i] * value.applyAsDouble(attempt);
                count += weights[i];
            }
        }
        return sum / count;
    }
}
