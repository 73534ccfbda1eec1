package dev.svgym.networklogs.report;

import dev.svgym.networklogs.report.Attempt.Decision;

/** Attempts at cases whose label is known. */
final class Attempts {

    private Attempts() {}

    /** A label at a confidence, right or wrong. */
    static Attempt labelled(String task, Decision decision, double confidence, boolean right) {
        boolean malicious = (decision == Decision.MALICIOUS) == right;
        return attempt(task, decision, confidence, malicious);
    }

    /** A right or wrong Malicious at a confidence, at a task of its own. */
    static Attempt malicious(double confidence, boolean right) {
        return labelled("task at " + confidence + right, Decision.MALICIOUS, confidence, right);
    }

    static Attempt undecided(String task, Decision decision, boolean malicious) {
        return attempt(task, decision, 0, malicious);
    }

    private static Attempt attempt(
            String task, Decision decision, double confidence, boolean malicious) {
        Decision best = malicious ? Decision.MALICIOUS : Decision.BENIGN;
        return new Attempt(
                task,
                "inline",
                decision,
                best,
                confidence,
                malicious ? 1 : 0,
                malicious,
                decision == best ? 1 : 0,
                0,
                0);
    }
}
