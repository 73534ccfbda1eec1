package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.catalogue.Severity;
import dev.svgym.configremediation.report.Attempt.Claimed;
import dev.svgym.configremediation.report.Matching;
import dev.svgym.configremediation.scanner.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * How well reported violations match those that are there, as sets of (rule, object).
 *
 * <p>A report without an object matches every violation of its rule; one that names an object without a container
 * matches those of all its containers. A report weighs what its rule weighs; one of no known rule weighs what it states
 * and matches nothing.
 *
 * @param weighted by the severity of rules
 * @param plain each report and each violation alike
 * @param severity share of matched reports that state the rule's severity, in [0, 1]; absent where none matched
 */
record Detection(Matching weighted, Matching plain, OptionalDouble severity) {

    static Detection of(List<Report> reports, List<Violation> violations, Catalogue catalogue) {
        List<Claim> claims = claims(reports, catalogue);
        List<Claim> matched =
                claims.stream()
                        .filter(claim -> violations.stream().anyMatch(claim::matches))
                        .toList();
        // A rule may be broken at several places of one object; the object counts once.
        Set<String> pairs = new HashSet<>();
        List<Violation> there =
                violations.stream().filter(v -> pairs.add(v.rule() + ' ' + v.object())).toList();
        List<Violation> found =
                there.stream()
                        .filter(violation ->
                                claims.stream().anyMatch(claim -> claim.matches(violation)))
                        .toList();
        ToIntFunction<Violation> weight =
                violation -> catalogue.rule(violation.rule()).severity().weight();
        return new Detection(
                new Matching(
                        matched.stream().mapToInt(Claim::weight).sum(),
                        claims.stream().mapToInt(Claim::weight).sum(),
                        found.stream().mapToInt(weight).sum(),
                        there.stream().mapToInt(weight).sum()),
                new Matching(matched.size(), claims.size(), found.size(), there.size()),
                matched.stream().mapToInt(claim -> claim.statesTheSeverity() ? 1 : 0).average());
    }

    /** Weighted F1, in [0, 1]; where nothing is there, 1 iff nothing is reported. */
    double f1() {
        return weighted.f1();
    }

    /** What is reported, each once, under the id of the rule that is meant: one that is violated where there is a choice. */
    static List<Claimed> claimed(
            List<Report> reports, List<Violation> violations, Catalogue catalogue) {
        return claims(reports, catalogue).stream()
                .map(claim ->
                        new Claimed(
                                claim.rules().stream()
                                        .map(Rule::id)
                                        .filter(id ->
                                                violations.stream()
                                                        .anyMatch(v -> v.rule().equals(id)))
                                        .findFirst()
                                        .or(() -> claim.rules().stream().map(Rule::id).findFirst())
                                        .orElse(claim.report().id()),
                                claim.report().severity()))
                .toList();
    }

    /** Whether some report names the violation. */
    static boolean isNamed(Violation violation, List<Report> reports, Catalogue catalogue) {
        return claims(reports, catalogue).stream().anyMatch(claim -> claim.matches(violation));
    }

    private static List<Claim> claims(List<Report> reports, Catalogue catalogue) {
        Set<String> seen = new HashSet<>();
        return reports.stream()
                .map(report -> new Claim(catalogue.named(report.id()), report))
                .filter(claim -> seen.add(claim.key()))
                .toList();
    }

    /**
     * A violation as an agent reports it.
     *
     * @param id of a rule, ours or an alias
     * @param object {@code Kind/namespace/name[/container]}; absent: any
     */
    record Report(String id, Optional<String> object, Severity severity) {}

    /**
     * A report with what it may mean.
     *
     * @param rules that its id or alias stands for; empty where there is none
     */
    private record Claim(List<Rule> rules, Report report) {

        boolean matches(Violation violation) {
            return rules.stream().anyMatch(rule -> rule.id().equals(violation.rule()))
                    && report.object()
                            .map(object -> covers(object, violation.object()))
                            .orElse(true);
        }

        private static boolean covers(String named, String object) {
            return object.equals(named) || object.startsWith(named + "/");
        }

        int weight() {
            return rules.stream()
                    .mapToInt(rule -> rule.severity().weight())
                    .max()
                    .orElse(report.severity().weight());
        }

        boolean statesTheSeverity() {
            return rules.stream().anyMatch(rule -> rule.severity() == report.severity());
        }

        /** Two spellings of one claim are one claim. */
        String key() {
            String meaning =
                    rules.isEmpty()
                            ? report.id()
                            : rules.stream().map(Rule::id).toList().toString();
            return meaning + ' ' + report.object().orElse("");
        }
    }
}
