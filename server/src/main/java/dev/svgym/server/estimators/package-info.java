/**
 * The reward module over HTTP, and the success counts and advantages of groups of verdicts. Translation only: every
 * number is computed by {@code dev.svgym.reward}.
 */
@NullMarked
package dev.svgym.server.estimators;

import org.jspecify.annotations.NullMarked;
