package dev.svgym.server.problems;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a query parameter
 * @param message what was expected and what came
 */
public record FieldError(String pointer, String message) {}
