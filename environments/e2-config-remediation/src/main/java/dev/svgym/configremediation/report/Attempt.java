package dev.svgym.configremediation.report;

import dev.svgym.configremediation.catalogue.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * One attempt that counts.
 *
 * @param task id
 * @param ending {@code answered}, {@code invalid} or {@code truncated}
 * @param violations that were there; none on a clean task
 * @param claims what was reported, each once
 * @param weighted how the claims match, by severity
 * @param plain how they match, each alike
 * @param failedGate the first gate that refused the answer
 * @param changed whether the answer would change anything
 * @param left ids of the rules that are violated after the repair; absent where it was refused before that was known
 * @param added weight of violations that were not there before
 * @param calls tool calls by tool, as far as they are known
 * @param toolCalls number of tool calls
 * @param budget of tool calls
 * @param confidence stated; absent where there is no answer
 * @param minimality in [0, 1]
 */
public record Attempt(
        String task,
        String stratum,
        String ending,
        boolean success,
        double reward,
        List<Violated> violations,
        List<Claimed> claims,
        Matching weighted,
        Matching plain,
        Optional<String> failedGate,
        boolean changed,
        Optional<List<String>> left,
        int added,
        SortedMap<String, Integer> calls,
        int toolCalls,
        int budget,
        OptionalDouble confidence,
        double minimality) {

    public Attempt {
        violations = List.copyOf(violations);
        claims = List.copyOf(claims);
    }

    /**
     * A violation that was there.
     *
     * @param named whether some report matches it
     * @param gone whether the repair removed it
     */
    public record Violated(String rule, Severity severity, boolean named, boolean gone) {}

    /**
     * A report.
     *
     * @param rule id of the rule, or what was reported where there is none
     * @param severity as stated
     */
    public record Claimed(String rule, Severity severity) {}

    boolean isClean() {
        return violations.isEmpty();
    }

    /** Tool calls and the ending. */
    int turns() {
        return toolCalls + 1;
    }

    /** Whether the repaired config was scanned, so that what is left is known. */
    boolean isScanned() {
        return left.isPresent();
    }
}
