package dev.svgym.networklogs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Every number of the report that has an interval, by its place in the report. NaN where it is not defined. */
final class Metrics {

    static final List<Double> RISKS = List.of(0.01, 0.05, 0.1, 0.2);

    private Metrics() {}

    static SequencedMap<String, Double> of(Ranked ranked) {
        Tally tally = Tally.of(ranked);
        Calibration calibration = Calibration.of(ranked);
        Risk risk = Risk.of(ranked);
        SequencedMap<String, Double> all = new LinkedHashMap<>();
        all.put("headline/success", tally.successRate());
        all.put("headline/expected_cost", tally.expectedCost());
        all.put("headline/aurc", risk.aurc());
        all.put("headline/augrc", risk.augrc());
        all.put("reward", tally.reward());
        all.put("detection/tpr", tally.truePositiveRate());
        all.put("detection/fpr", tally.falsePositiveRate());
        all.put("detection/fnr", tally.falseNegativeRate());
        all.put("detection/precision", tally.precision());
        all.put("detection/f1", tally.f1());
        all.put("detection/accuracy", tally.accuracy());
        all.put("selective/coverage", tally.coverage());
        all.put("selective/tpr", tally.selectiveTruePositiveRate());
        all.put("selective/fpr", tally.selectiveFalsePositiveRate());
        all.put("selective/fnr", 1 - tally.selectiveTruePositiveRate());
        all.put("selective/precision", tally.precision());
        all.put("selective/f1", tally.selectiveF1());
        all.put("selective/accuracy", tally.selectiveAccuracy());
        all.put("calibration/ece", calibration.ece());
        all.put("calibration/adaptive_ece", calibration.adaptiveEce());
        all.put("calibration/brier", calibration.brier());
        all.put("cost/expected_cost", tally.expectedCost());
        all.put("cost/own_cost", tally.ownCost());
        all.put("abstention/abstain_rate", tally.abstainRate());
        all.put("abstention/invalid_rate", tally.invalidRate());
        all.put("risk_coverage/aurc", risk.aurc());
        all.put("risk_coverage/augrc", risk.augrc());
        RISKS.forEach(
                most -> all.put("risk_coverage/coverage_at_risk/" + most, risk.coverageAt(most)));
        return all;
    }
}
