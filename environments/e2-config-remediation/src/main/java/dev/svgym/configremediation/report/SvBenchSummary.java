package dev.svgym.configremediation.report;

import dev.svgym.configremediation.catalogue.Severity;
import dev.svgym.configremediation.report.Attempt.Claimed;
import dev.svgym.configremediation.report.Attempt.Violated;
import dev.svgym.environment.report.ReportSubject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code summary.json} of SV-Bench, with its keys, its weights and its definitions: sets of rules without objects, each
 * attempt scored apart and the scores averaged. A patch counts as applied where its result was scanned; what the gates
 * refuse before fixes nothing. Times of tools are not known and 0.
 *
 * @see <a href="https://github.com/intertwine/security-verifiers/blob/main/bench/report.py">bench/report.py</a>
 */
record SvBenchSummary(List<Attempt> attempts) {

    private static final String ENVIRONMENT = "sv-env-config-verification";
    private static final String METRICS_VERSION = "0.1.0";
    private static final List<String> TOOLS = List.of("opa", "kube-linter", "semgrep");

    ObjectNode json(ReportSubject subject, String version) {
        ObjectNode summary = subject.summary(ENVIRONMENT, METRICS_VERSION, attempts.size());
        ObjectNode metrics = summary.putObject("metrics");
        findings(metrics.putObject("finding_quality"));
        patch(metrics.putObject("patch"));
        tools(metrics.putObject("tool_economy"));
        episode(metrics.putObject("episode"));
        summary.putObject("metadata").put("env_version", version);
        severities(summary.putObject("severity_breakdown"));
        return summary;
    }

    private void findings(ObjectNode node) {
        node.put("precision_weighted", mean(one -> score(one, true).precision()))
                .put("recall_weighted", mean(one -> score(one, true).recall()))
                .put("f1_weighted", mean(one -> score(one, true).f1()))
                .put("precision_unweighted", mean(one -> score(one, false).precision()))
                .put("recall_unweighted", mean(one -> score(one, false).recall()))
                .put("f1_unweighted", mean(one -> score(one, false).f1()))
                .put(
                        "f1_weighted_positive_only",
                        mean(one -> !one.isClean(), one -> score(one, true).f1()))
                .put(
                        "f1_unweighted_positive_only",
                        mean(one -> !one.isClean(), one -> score(one, false).f1()));
    }

    /** All 0 where there is nothing to divide by, as SV-Bench has it. */
    private record Score(double precision, double recall) {

        double f1() {
            return ratio(2 * precision * recall, precision + recall);
        }
    }

    private static Score score(Attempt attempt, boolean weighted) {
        Map<String, Double> there = new HashMap<>();
        for (Violated violation : attempt.violations()) {
            there.put(violation.rule(), weighted ? weight(violation.severity()) : 1);
        }
        Map<String, Double> claimed = new HashMap<>();
        for (Claimed claim : attempt.claims()) {
            claimed.put(claim.rule(), weighted ? weight(claim.severity()) : 1);
        }
        double right = 0;
        double wrong = 0;
        for (Map.Entry<String, Double> claim : claimed.entrySet()) {
            right += there.getOrDefault(claim.getKey(), 0.0);
            wrong += there.containsKey(claim.getKey()) ? 0 : claim.getValue();
        }
        double present = there.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Score(ratio(right, right + wrong), ratio(right, present));
    }

    private void patch(ObjectNode node) {
        List<Attempt> provided = attempts.stream().filter(Attempt::changed).toList();
        List<Attempt> applied = provided.stream().filter(Attempt::isScanned).toList();
        double fixed = 0;
        double there = 0;
        for (Attempt attempt : applied) {
            for (Violated violation : attempt.violations()) {
                there += weight(violation.severity());
                fixed += remains(attempt, violation.rule()) ? 0 : weight(violation.severity());
            }
        }
        node.put("patch_provided_rate", ratio(provided.size(), attempts.size()))
                .put("patch_success_rate", ratio(applied.size(), provided.size()))
                .put("patch_fix_rate", ratio(fixed, there))
                .put(
                        "mean_violations_fixed",
                        mean(
                                applied,
                                one ->
                                        rules(one).stream()
                                                .filter(rule -> !remains(one, rule))
                                                .count()))
                .put(
                        "new_violations_introduced",
                        mean(
                                applied,
                                one ->
                                        one.left().orElseThrow().stream()
                                                .distinct()
                                                .filter(rule -> !rules(one).contains(rule))
                                                .count()));
    }

    private static Set<String> rules(Attempt attempt) {
        return attempt.violations().stream().map(Violated::rule).collect(Collectors.toSet());
    }

    private static boolean remains(Attempt attempt, String rule) {
        return attempt.left().orElse(List.of()).contains(rule);
    }

    private void tools(ObjectNode node) {
        double calls = attempts.stream().mapToInt(Attempt::toolCalls).sum();
        double claims = attempts.stream().mapToInt(one -> one.claims().size()).sum();
        node.put("mean_tool_calls", mean(Attempt::toolCalls))
                .put("mean_tool_time_ms", 0.0)
                .put("calls_per_finding", ratio(calls, claims));
        ObjectNode distribution = node.putObject("tool_distribution");
        for (String tool : TOOLS) {
            distribution
                    .putObject(tool)
                    .put(
                            "calls",
                            attempts.stream()
                                    .mapToInt(one -> one.calls().getOrDefault(tool, 0))
                                    .sum())
                    .put("time_ms", 0.0);
        }
    }

    private void episode(ObjectNode node) {
        double passed = mean(Attempt::isClean, one -> one.claims().isEmpty() ? 1 : 0);
        double alarmed = mean(Attempt::isClean, one -> one.claims().isEmpty() ? 0 : 1);
        node.put("format_valid_rate", mean(one -> one.ending().equals("answered") ? 1 : 0))
                .put("mean_turns", mean(Attempt::turns))
                .put("clean_pass_rate", passed)
                .put("false_positive_rate_on_clean", alarmed);
    }

    private void severities(ObjectNode node) {
        for (Severity severity : Severity.values()) {
            int total = 0;
            int found = 0;
            int fixed = 0;
            for (Attempt attempt : attempts) {
                List<String> there =
                        attempt.violations().stream()
                                .filter(violation -> violation.severity() == severity)
                                .map(Violated::rule)
                                .toList();
                total += there.size();
                found +=
                        (int)
                                attempt.claims().stream()
                                        .map(Claimed::rule)
                                        .distinct()
                                        .filter(there::contains)
                                        .count();
                fixed +=
                        attempt.changed() && attempt.isScanned()
                                ? (int)
                                        there.stream()
                                                .filter(rule -> !remains(attempt, rule))
                                                .count()
                                : 0;
            }
            node.putObject(name(severity))
                    .put("total", total)
                    .put("found", found)
                    .put("fixed", fixed);
        }
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case LOW -> "low";
            case MEDIUM -> "med";
            case HIGH -> "high";
        };
    }

    /** Of SV-Bench. */
    private static double weight(Severity severity) {
        return switch (severity) {
            case LOW -> 0.3;
            case MEDIUM -> 0.6;
            case HIGH -> 1.0;
        };
    }

    private double mean(ToDoubleFunction<Attempt> value) {
        return mean(attempts, value);
    }

    private double mean(Predicate<Attempt> of, ToDoubleFunction<Attempt> value) {
        return mean(attempts.stream().filter(of).toList(), value);
    }

    private static double mean(List<Attempt> some, ToDoubleFunction<Attempt> value) {
        return some.stream().mapToDouble(value).average().orElse(0);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
