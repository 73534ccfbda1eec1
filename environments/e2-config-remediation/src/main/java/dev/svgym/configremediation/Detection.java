package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.catalogue.Severity;
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
 * @param f1 harmonic mean of weighted precision and weighted recall, in [0, 1]; where nothing is there, 1 iff nothing
 *     is reported
 * @param severity share of matched reports that state the rule's severity, in [0, 1]; absent where none matched
 */
record Detection(double f1, OptionalDouble severity) {

    static Detection of(List<Report> reports, List<Violation> violations, Catalogue catalogue) {
        Set<String> seen = new HashSet<>();
        List<Claim> claims =
                reports.stream()
                        .map(report -> new Claim(catalogue.named(report.id()), report))
                        .filter(claim -> seen.add(claim.key()))
                        .toList();
        List<Claim> matched =
                claims.stream()
                        .filter(claim -> violations.stream().anyMatch(claim::matches))
                        .toList();
        // A rule may be broken at several places of one object; the object counts once.
        Set<String> pairs = new HashSet<>();
        List<Violation> there =
                violations.stream().filter(v -> pairs.add(v.rule() + ' ' + v.object())).toList();
        ToIntFunction<Violation> weight =
                violation -> catalogue.rule(violation.rule()).severity().weight();
        double present = there.stream().mapToInt(weight).sum();
        double found =
                there.stream()
                        .filter(violation ->
                                claims.stream().anyMatch(claim -> claim.matches(violation)))
                        .mapToInt(weight)
                        .sum();
        double right = matched.stream().mapToInt(Claim::weight).sum();
        double reported = claims.stream().mapToInt(Claim::weight).sum();
        return new Detection(
                f1(right, reported, found, present),
                matched.stream().mapToInt(claim -> claim.statesTheSeverity() ? 1 : 0).average());
    }

    private static double f1(double right, double reported, double found, double present) {
        if (present == 0) {
            return reported == 0 ? 1 : 0;
        }
        if (right == 0 || found == 0) {
            return 0;
        }
        double precision = right / reported;
        double recall = found / present;
        return 2 * precision * recall / (precision + recall);
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
