package dev.svgym.configremediation.dockerfile;

/**
 * A parser directive: a comment at the top that says how the rest is read.
 *
 * @param name {@code syntax}, {@code escape} or {@code check}
 */
record Directive(String name, String value) {}
