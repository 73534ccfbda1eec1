package dev.svgym.networklogs.report;

import dev.svgym.environment.report.Measures;
import dev.svgym.environment.report.ReportFiles;
import dev.svgym.environment.report.ReportSubject;
import dev.svgym.environment.report.TaskBootstrap;
import dev.svgym.networklogs.report.Attempt.Decision;
import dev.svgym.networklogs.report.Calibration.Bin;
import dev.svgym.reward.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report on attempts.
 *
 * @param attempts those that count, at least one
 * @param uncounted attempts that idled or were cancelled
 * @param errors attempts that our own fault ended
 */
public record NetworkLogReport(List<Attempt> attempts, long uncounted, long errors) {

    public NetworkLogReport {
        attempts = List.copyOf(attempts);
        if (attempts.isEmpty()) {
            throw new IllegalStateException(
                    "expected at least one attempt that counts, got none; was every one cancelled or lost?");
        }
    }

    /**
     * The files of the report.
     *
     * @param version of the environment
     */
    public ReportFiles files(ReportSubject subject, String version) {
        Ranked ranked = Ranked.of(attempts);
        return new ReportFiles(
                json(subject, version, ranked),
                new SvBenchSummary(attempts).json(subject, version),
                List.of(
                        Charts.reliability(Calibration.of(ranked)),
                        Charts.riskCoverage(Risk.of(ranked))));
    }

    private ObjectNode json(ReportSubject subject, String version, Ranked ranked) {
        TaskBootstrap bootstrap = TaskBootstrap.of(attempts.size());
        Groups groups = new Groups(attempts);
        ObjectNode report =
                subject.report(version)
                        .put("n", attempts.size())
                        .put("tasks", groups.size())
                        .put("uncounted", uncounted)
                        .put("errors", errors);
        ObjectNode decisions = report.putObject("decisions");
        for (Decision decision : Decision.values()) {
            decisions.put(
                    decision.text(),
                    attempts.stream().filter(one -> one.decision() == decision).count());
        }
        report.putObject("intervals")
                .put("level", 0.95)
                .put("method", "percentile bootstrap over tasks")
                .put("repetitions", bootstrap.repetitions());
        Measures.put(report, Metrics.of(ranked), intervals(bootstrap, ranked));
        ((ObjectNode) report.path("headline")).set("maj_at", byK(groups.majorityAt()));
        report.set("pass_at", byK(groups.passAt()));
        report.set("pass_at_of_guessing", byK(groups.guessing()));
        bins(report, ranked);
        curve(report, ranked);
        costs(report, ranked);
        strata(report);
        definitions(report.putObject("definitions"));
        return report;
    }

    static Map<String, Interval> intervals(TaskBootstrap bootstrap, Ranked ranked) {
        return bootstrap.intervals(ranked.tasks(), weights -> Metrics.of(ranked.weighted(weights)));
    }

    private static ObjectNode byK(SequencedMap<Integer, Double> values) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        values.forEach((k, value) -> node.put(Integer.toString(k), value));
        return node;
    }

    private static void bins(ObjectNode report, Ranked ranked) {
        var list = ((ObjectNode) report.path("calibration")).putArray("bins");
        List<Bin> bins = Calibration.of(ranked).bins();
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            ObjectNode node =
                    list.addObject()
                            .put("from", i / 10.0)
                            .put("to", (i + 1) / 10.0)
                            .put("count", bin.count());
            if (bin.count() > 0) {
                node.put("confidence", bin.confidence() / bin.count());
                node.put("right", bin.right() / bin.count());
            }
        }
    }

    private static void curve(ObjectNode report, Ranked ranked) {
        var list = ((ObjectNode) report.path("risk_coverage")).putArray("curve");
        Charts.thinned(Risk.of(ranked).answered())
                .forEach(point ->
                        list.addObject()
                                .put("coverage", point.coverage())
                                .put("risk", point.risk()));
    }

    /** What it costs, and what never looking would have cost. */
    private void costs(ObjectNode report, Ranked ranked) {
        Tally tally = Tally.of(ranked);
        ObjectNode cost = (ObjectNode) report.path("cost");
        cost.put("false_negative", Tally.FALSE_NEGATIVE)
                .put("false_positive", Tally.FALSE_POSITIVE)
                .put("abstain", Tally.ABSTENTION)
                .put("invalid", Tally.FALSE_NEGATIVE);
        ObjectNode constant = cost.putObject("of_constant_acts");
        constant.put(Decision.BENIGN.text(), tally.costOfBenign());
        constant.put(Decision.MALICIOUS.text(), tally.costOfMalicious());
        constant.put(Decision.ABSTAIN.text(), Tally.ABSTENTION);
        ObjectNode success = report.putObject("success_of_constant_acts");
        for (Decision decision : List.of(Decision.BENIGN, Decision.MALICIOUS, Decision.ABSTAIN)) {
            success.put(
                    decision.text(),
                    tally.perCase(
                            (double)
                                    attempts.stream()
                                            .filter(one -> one.best() == decision)
                                            .count()));
        }
    }

    private void strata(ObjectNode report) {
        Map<String, List<Attempt>> strata = new TreeMap<>();
        for (Attempt attempt : attempts) {
            strata.computeIfAbsent(attempt.stratum(), _ -> new ArrayList<>()).add(attempt);
        }
        ObjectNode node = report.putObject("strata");
        strata.forEach((name, of) -> {
            Tally tally = Tally.of(Ranked.of(of));
            node.putObject(name)
                    .put("n", of.size())
                    .put("success", tally.successRate())
                    .put("reward", tally.reward())
                    .put("expected_cost", tally.expectedCost())
                    .put("coverage", tally.coverage());
        });
    }

    private static void definitions(ObjectNode node) {
        node.put(
                "truth",
                "P(Malicious) of each task by its reference: the exact posterior where it is known, else the label; numbers are expectations over it");
        node.put(
                "detection",
                "over all n: a malicious case that is not called malicious is no true positive, whether it was abstained on or not; fnr counts those called benign");
        node.put("selective", "over the cases that got a label");
        node.put(
                "calibration",
                "over the cases that got a label; bins of equal width, adaptive_ece over bins of equal size");
        node.put(
                "risk_coverage",
                "cases by falling confidence, those without a label last, each of them a failure; aurc is the mean risk over 1..n taken, augrc the mean of failures by n; coverage_at_risk is of all n");
        node.put(
                "cost",
                "per case over all n; own_cost is under the task's own costs, by that of the worse mistake");
        node.put(
                "pass_at",
                "over tasks, unbiased for groups of fixed size; to be read beside pass_at_of_guessing");
    }
}
