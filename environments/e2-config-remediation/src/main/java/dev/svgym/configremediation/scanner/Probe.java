package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.scanner.ScanResult.Scanned;

/**
 * A config whose violations are known: what tells a broken engine from a config that breaks it.
 *
 * @param rule that the subject violates in one place; what else it violates grows with the rules
 */
public record Probe(Subject subject, String rule) {

    boolean isMetBy(ScanResult result) {
        return result instanceof Scanned(var violations)
                && violations.stream().filter(found -> found.rule().equals(rule)).count() == 1;
    }
}
