package dev.svgym.configremediation.scanner;

import dev.svgym.configremediation.scanner.ScanResult.Scanned;

/**
 * A config whose violations are known: what tells a broken engine from a config that breaks it.
 *
 * @param rule that the subject violates, and no other of the engine
 */
public record Probe(Subject subject, String rule) {

    boolean isMetBy(ScanResult result) {
        return result instanceof Scanned(var violations)
                && violations.size() == 1
                && violations.getFirst().rule().equals(rule);
    }
}
