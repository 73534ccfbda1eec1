/**
 * Every meter of this server, named in one place. Tags come from closed sets (environments, outcomes, kinds of problem),
 * so that the number of series is bounded.
 */
@NullMarked
package dev.svgym.server.metrics;

import org.jspecify.annotations.NullMarked;
