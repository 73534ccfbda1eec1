package dev.svgym.networklogs;

/**
 * A generated case with everything that is hidden.
 *
 * @param malicious P(Malicious | what is shown), exact
 * @param label as drawn: a draw from that probability
 */
record GeneratedCase(Prompt prompt, double malicious, Label label, Stratum stratum) {}
