package dev.svgym.environment;

/**
 * Software outside the verifier that judging needs.
 *
 * @param up whether it works now
 * @param detail what is wrong and what to do, or how it runs
 */
public record Engine(String name, String version, boolean up, String detail) {}
