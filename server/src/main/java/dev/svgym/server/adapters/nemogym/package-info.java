/**
 * NeMo Gym's resources server: a row of a data set begins a rollout, tools are called by name, and the conversation that
 * the agent had is verified at the end. A signed cookie names the rollout, so that no session is kept.
 */
@NullMarked
package dev.svgym.server.adapters.nemogym;

import org.jspecify.annotations.NullMarked;
