package dev.svgym.networklogs.report;

import dev.svgym.environment.report.ReportSubject;
import dev.svgym.networklogs.report.Attempt.Decision;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code summary.json} of SV-Bench, with its keys and its definitions: rates over the cases that were answered, and an
 * area over a hundred thresholds of those. It counts what cannot be read as an abstention, since it has no place for it;
 * the metadata tells how many there were.
 *
 * @see <a href="https://github.com/intertwine/security-verifiers/blob/main/bench/report.py">bench/report.py</a>
 */
final class SvBenchSummary {

    private static final String ENVIRONMENT = "sv-env-network-logs";
    private static final String METRICS_VERSION = "0.1.0";
    private static final int THRESHOLDS = 100;
    private static final int BINS = 10;

    private final List<Attempt> all;
    private final List<Attempt> answered;

    SvBenchSummary(List<Attempt> attempts) {
        this.all = attempts;
        this.answered = attempts.stream().filter(Attempt::isAnswered).toList();
    }

    ObjectNode json(ReportSubject subject, String version) {
        ObjectNode summary = subject.summary(ENVIRONMENT, METRICS_VERSION, all.size());
        summary.set("metrics", metrics());
        summary.putObject("metadata")
                .put("env_version", version)
                .put("invalid", count(Decision.INVALID));
        return summary;
    }

    private ObjectNode metrics() {
        int tp = labelled(Decision.MALICIOUS, true);
        int fp = labelled(Decision.MALICIOUS, false);
        int fn = labelled(Decision.BENIGN, true);
        int tn = labelled(Decision.BENIGN, false);
        double tpr = ratio(tp, tp + fn);
        double precision = ratio(tp, tp + fp);
        double accuracy = ratio(tp + tn, answered.size());
        double cost = Tally.FALSE_NEGATIVE * fn + Tally.FALSE_POSITIVE * fp;
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        metrics.putObject("detection")
                .put("tpr", tpr)
                .put("fpr", ratio(fp, fp + tn))
                .put("fnr", 1 - tpr)
                .put("precision", precision)
                .put("f1", tp == 0 ? 0 : 2 * precision * tpr / (precision + tpr))
                .put("accuracy", accuracy);
        metrics.putObject("calibration").put("ece", ece()).put("brier", brier());
        metrics.putObject("cost")
                .put("fn_cost_weight", Tally.FALSE_NEGATIVE)
                .put("fp_cost_weight", Tally.FALSE_POSITIVE)
                .put("total_cost", cost)
                .put(
                        "cost_weighted_accuracy",
                        1 - ratio(cost, answered.size() * Tally.FALSE_NEGATIVE));
        int undecided = all.size() - answered.size();
        metrics.putObject("abstention")
                .put("abstain_rate", ratio(undecided, all.size()))
                .put("accuracy_non_abstained", accuracy)
                .put("aurc", area());
        metrics.putObject("confusion_matrix")
                .put("tp", tp)
                .put("tn", tn)
                .put("fp", fp)
                .put("fn", fn)
                .put("abstain", undecided);
        return metrics;
    }

    private double ece() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double from = bin / (double) BINS;
            double to = bin == BINS - 1 ? Double.POSITIVE_INFINITY : (bin + 1) / (double) BINS;
            double gap = 0;
            for (Attempt attempt : answered) {
                if (attempt.confidence() >= from && attempt.confidence() < to) {
                    gap += right(attempt) - attempt.confidence();
                }
            }
            error += Math.abs(gap);
        }
        return ratio(error, answered.size());
    }

    private double brier() {
        double sum = 0;
        for (Attempt attempt : answered) {
            double miss = attempt.confidence() - right(attempt);
            sum += miss * miss;
        }
        return ratio(sum, answered.size());
    }

    /** By trapezoids between the thresholds 0, 0.01 .. 1. */
    private double area() {
        double area = 0;
        double coverageBefore = 0;
        double riskBefore = 0;
        for (int step = 0; step <= THRESHOLDS; step++) {
            double threshold = step / (double) THRESHOLDS;
            int taken = 0;
            double wrong = 0;
            for (Attempt attempt : answered) {
                if (attempt.confidence() >= threshold) {
                    taken++;
                    wrong += 1 - right(attempt);
                }
            }
            double coverage = ratio(taken, answered.size());
            double risk = ratio(wrong, taken);
            if (step > 0) {
                area += (coverageBefore - coverage) * (risk + riskBefore) / 2;
            }
            coverageBefore = coverage;
            riskBefore = risk;
        }
        return Math.max(0, area);
    }

    private static double right(Attempt attempt) {
        return attempt.isDrawnLabel() ? 1 : 0;
    }

    private int labelled(Decision decision, boolean malicious) {
        return (int)
                answered.stream()
                        .filter(one ->
                                one.decision() == decision && one.drawnMalicious() == malicious)
                        .count();
    }

    private int count(Decision decision) {
        return (int) all.stream().filter(one -> one.decision() == decision).count();
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
