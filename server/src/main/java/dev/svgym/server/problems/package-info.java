/**
 * What a caller is told when a request cannot be served: RFC 9457 documents, of one list of types, made in one place.
 * A message says what was expected, what came and what to do; it never carries a stack trace or what a task hides.
 */
@NullMarked
package dev.svgym.server.problems;

import org.jspecify.annotations.NullMarked;
