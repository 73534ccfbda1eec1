/**
 * The Open Reward Standard as its released SDK speaks it: sessions by header, one tool call a request, results as events.
 * Served under the prefix of an environment and, because the SDK drops prefixes, at the root.
 */
@NullMarked
package dev.svgym.server.adapters.ors;

import org.jspecify.annotations.NullMarked;
