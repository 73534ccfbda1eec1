/**
 * Tasks that are made: a clean config into which faults are put, with the repair that takes them out again and repairs
 * that only seem to. Nothing here judges; a draft becomes a task when the gates have proven it.
 */
@NullMarked
package dev.svgym.configremediation.generation;

import org.jspecify.annotations.NullMarked;
