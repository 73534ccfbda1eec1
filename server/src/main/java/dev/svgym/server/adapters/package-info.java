/**
 * What the adapters of foreign protocols share: one client's session with its rollout, how a request names a task, the
 * answer as a tool, lists of tasks, and the bound on sessions. Adapters translate; every rollout is begun, stepped and
 * ended by the same operations as over the native API.
 */
@NullMarked
package dev.svgym.server.adapters;

import org.jspecify.annotations.NullMarked;
