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
import java.util.Optional;
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
 * @param shownRules those of the rules in force that the tools scan by
 * @param reference the repair that made a generated task: hidden; none where a caller brought the task
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
        List<Violation> violations,
        List<Rule> shownRules,
        Optional<Reference> reference)
        implements Task {

    static final Budget WITH_TOOLS = new Budget(16, 32);

    /** A call of a tool that is not there is answered once, so that it need not cost the rollout. */
    static final Budget WITHOUT_TOOLS = new Budget(0, 2);

    RemediationTask {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        rules = List.copyOf(rules);
        engines = Collections.unmodifiableSortedSet(new TreeSet<>(engines));
        violations = List.copyOf(violations);
        shownRules = List.copyOf(shownRules);
    }

    boolean isClean() {
        return violations.isEmpty();
    }

    /** Those of the violations whose rule is in force. */
    List<Violation> inForce(List<Violation> found) {
        return of(rules, found);
    }

    /** Those of the violations that the tools show. */
    List<Violation> shown(List<Violation> found) {
        return of(shownRules, found);
    }

    private static List<Violation> of(List<Rule> rules, List<Violation> found) {
        return found.stream()
                .filter(violation ->
                        rules.stream().anyMatch(rule -> rule.id().equals(violation.rule())))
                .toList();
    }

    /**
     * Most leaves that a repair may change: four times as many as the reference, and never fewer than twenty. Without a
     * reference each violation allows twenty.
     */
    int mostChangedNodes() {
        return reference
                .map(repair -> Math.max(20, 4 * repair.changedNodes()))
                .orElse(20 * Math.max(1, violations.size()));
    }

    /**
     * How little was changed, in [0, 1]: 1 where no more than the reference changes, and where there is none.
     *
     * @param changedNodes leaves that a repair changed
     */
    double minimality(int changedNodes) {
        return reference
                .filter(_ -> !isClean() && changedNodes > 0)
                .map(repair -> Math.min(1, (double) repair.changedNodes() / changedNodes))
                .orElse(1.0);
    }

    /** Without the hidden part, so that no log line holds it. */
    @Override
    public String toString() {
        return "RemediationTask[id=%s, digest=%s]".formatted(id, digest);
    }
}
