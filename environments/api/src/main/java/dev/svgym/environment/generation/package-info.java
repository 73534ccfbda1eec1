/**
 * What generators of tasks share, so that a task is the same for ever: a stream of numbers, a secret for seeds that nobody
 * else can make, and ids that name a split and an index.
 */
@NullMarked
package dev.svgym.environment.generation;

import org.jspecify.annotations.NullMarked;
