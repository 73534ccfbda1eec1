/**
 * Many answers at once, without a rollout: posed, judged in parallel on the bounded pool, counted by group. Nothing is
 * stored.
 */
@NullMarked
package dev.svgym.server.verification;

import org.jspecify.annotations.NullMarked;
