package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Rule;
import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.preservation.Intent;
import dev.svgym.configremediation.scanner.Violation;
import dev.svgym.environment.Budget;
import dev.svgym.environment.Task;
import dev.svgym.environment.Tool;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Files with rules in force.
 *
 * @param files path to text, as shown
 * @param config the same, parsed
 * @param rules in force, in the order of the catalogue
 * @param engines that judge it, in the order of their names
 * @param intent what the owner needs
 * @param violations of the rules in force: hidden; none makes it a clean task
 */
record RemediationTask(
        String id,
        String digest,
        List<Message> messages,
        List<Tool> tools,
        Budget budget,
        String stratum,
        ConfigKind kind,
        SortedMap<String, String> files,
        Config config,
        List<Rule> rules,
        SortedSet<String> engines,
        Intent intent,
        List<Violation> violations)
        implements Task {

    RemediationTask {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        rules = List.copyOf(rules);
        engines = Collections.unmodifiableSortedSet(new TreeSet<>(engines));
        violations = List.copyOf(violations);
    }

    boolean isClean() {
        return violations.isEmpty();
    }

    /** Those of the violations whose rule is in force. */
    List<Violation> inForce(List<Violation> found) {
        return found.stream()
                .filter(violation ->
                        rules.stream().anyMatch(rule -> rule.id().equals(violation.rule())))
                .toList();
    }

    /** Most leaves that a repair may change. There is no reference to measure by, so each violation allows twenty. */
    int mostChangedNodes() {
        return 20 * Math.max(1, violations.size());
    }
}
