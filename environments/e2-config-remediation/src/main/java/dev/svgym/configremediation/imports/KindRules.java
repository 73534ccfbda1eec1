package dev.svgym.configremediation.imports;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.scanner.Violation;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rules in force for imported configs of a kind: all that judge it, but for those about who needs access, which no
 * row says.
 *
 * @param rules in the order of the catalogue
 * @param engines that hold them
 */
public record KindRules(List<Rule> rules, SortedSet<String> engines) {

    /** Those of a kind. */
    public static KindRules of(Catalogue catalogue, ConfigKind kind) {
        List<Rule> rules =
                catalogue.rules().stream()
                        .filter(rule ->
                                rule.kind().equals(kind.label())
                                        && rule.judges()
                                        && !rule.isAboutSources())
                        .toList();
        return new KindRules(
                rules,
                rules.stream().map(Rule::engine).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Those of the violations whose rule is in force. */
    public List<Violation> inForce(List<Violation> found) {
        return found.stream()
                .filter(violation ->
                        rules.stream().anyMatch(rule -> rule.id().equals(violation.rule())))
                .toList();
    }
}
