package dev.svgym.configremediation.scanner;

/**
 * A file of a batch.
 *
 * @param name within the batch's folder, made here: what an agent calls a file never names one
 * @param analyzer the language that Semgrep reads it as
 */
record TextTarget(String name, String analyzer, String text) {}
