package dev.svgym.configremediation.report;

import dev.svgym.configremediation.catalogue.Severity;
import dev.svgym.configremediation.report.Attempt.Violated;
import dev.svgym.environment.report.Measures;
import dev.svgym.environment.report.ReportFiles;
import dev.svgym.environment.report.ReportSubject;
import dev.svgym.environment.report.TaskBootstrap;
import dev.svgym.reward.SuccessCount;
import dev.svgym.reward.statistics.PassAtKCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report on attempts.
 *
 * @param attempts those that count, at least one
 * @param uncounted attempts that idled or were cancelled
 * @param errors attempts that our own fault ended
 */
public record RemediationReport(List<Attempt> attempts, long uncounted, long errors) {

    private static final int MOST_K = 64;

    public RemediationReport {
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
        return new ReportFiles(
                json(subject, version),
                new SvBenchSummary(attempts).json(subject, version),
                List.of());
    }

    private ObjectNode json(ReportSubject subject, String version) {
        List<String> tasks = attempts.stream().map(Attempt::task).toList();
        TaskBootstrap bootstrap = TaskBootstrap.of(attempts.size());
        ObjectNode report =
                subject.report(version)
                        .put("n", attempts.size())
                        .put("tasks", tasks.stream().distinct().count())
                        .put("uncounted", uncounted)
                        .put("errors", errors);
        count(report.putObject("endings"), attempts.stream().map(Attempt::ending).toList());
        report.putObject("intervals")
                .put("level", 0.95)
                .put("method", "percentile bootstrap over tasks")
                .put("repetitions", bootstrap.repetitions());
        int[] once = new int[attempts.size()];
        Arrays.fill(once, 1);
        Measures.put(
                report,
                new Metrics(attempts, once).all(),
                bootstrap.intervals(tasks, weights -> new Metrics(attempts, weights).all()));
        count(
                report.putObject("first_failing_gate"),
                attempts.stream().flatMap(one -> one.failedGate().stream()).toList());
        severities(report.putObject("severity_breakdown"));
        passAt(report.putObject("pass_at"));
        strata(report.putObject("strata"));
        definitions(report.putObject("definitions"));
        return report;
    }

    private static void count(ObjectNode node, List<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        counts.forEach(node::put);
    }

    private void severities(ObjectNode node) {
        for (Severity severity : Severity.values()) {
            List<Violated> there =
                    attempts.stream()
                            .flatMap(one -> one.violations().stream())
                            .filter(violation -> violation.severity() == severity)
                            .toList();
            node.putObject(severity.name().toLowerCase(Locale.ROOT))
                    .put("total", there.size())
                    .put("found", (int) there.stream().filter(Violated::named).count())
                    .put("fixed", (int) there.stream().filter(Violated::gone).count());
        }
    }

    /** At powers of two, up to the attempts of the task that has the fewest. */
    private void passAt(ObjectNode node) {
        Map<String, List<Attempt>> byTask = new LinkedHashMap<>();
        attempts.forEach(
                one -> byTask.computeIfAbsent(one.task(), _ -> new ArrayList<>()).add(one));
        var curve =
                new PassAtKCurve(
                        byTask.values().stream()
                                .map(task ->
                                        new SuccessCount(
                                                (int)
                                                        task.stream()
                                                                .filter(Attempt::success)
                                                                .count(),
                                                task.size()))
                                .toList());
        int fewest = byTask.values().stream().mapToInt(List::size).min().orElseThrow();
        for (int k = 1; k <= Math.min(fewest, MOST_K); k *= 2) {
            node.put(Integer.toString(k), curve.at(k));
        }
    }

    private void strata(ObjectNode node) {
        Map<String, List<Attempt>> strata = new TreeMap<>();
        attempts.forEach(
                one -> strata.computeIfAbsent(one.stratum(), _ -> new ArrayList<>()).add(one));
        strata.forEach((name, of) ->
                node.putObject(name)
                        .put("n", of.size())
                        .put(
                                "success",
                                of.stream()
                                        .mapToInt(one -> one.success() ? 1 : 0)
                                        .average()
                                        .orElseThrow())
                        .put(
                                "reward",
                                of.stream().mapToDouble(Attempt::reward).average().orElseThrow())
                        .put(
                                "turns",
                                of.stream().mapToInt(Attempt::turns).average().orElseThrow()));
    }

    private static void definitions(ObjectNode node) {
        node.put(
                "finding_quality",
                "sets of (rule, object), over all attempts together; weights low 1, medium 2, high 4; mean_f1 is the mean of each attempt's weighted F1, 1 on a clean task without a report");
        node.put(
                "repair",
                "fix_rate is the share of the original violations, by weight, that are gone; a repair that a gate before the rescan refused fixes nothing; new violations are over the repairs that were scanned; minimality over the successes on faulty tasks");
        node.put("clean", "over the attempts at tasks where nothing is wrong");
        node.put("turns", "tool calls and the answer; steps_to_success over the successes");
        node.put("first_failing_gate", "the first gate that refused an answer, and how often");
    }
}
