/**
 * Attempts at tasks, step by step: who may act when, what a retry gets, when a rollout ends, and where it is kept. An
 * action is stored under its rollout and sequence; it is computed outside any lock and stored once.
 */
@NullMarked
package dev.svgym.server.rollouts;

import org.jspecify.annotations.NullMarked;
