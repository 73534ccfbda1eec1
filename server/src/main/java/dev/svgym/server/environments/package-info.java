/**
 * The environments that are on the class path: what they tell about themselves, how a request names one of their tasks,
 * how they look on the wire, and the bounded pool of threads that their verifiers run on. Everything else reaches an
 * environment through {@link dev.svgym.server.environments.Judging}.
 */
@NullMarked
package dev.svgym.server.environments;

import org.jspecify.annotations.NullMarked;
