package dev.svgym.networklogs.imports;

/**
 * A case of an imported set.
 *
 * @param log as it is shown
 * @param malicious its label; hidden
 */
public record ImportedCase(String log, boolean malicious) {}
