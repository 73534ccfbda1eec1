/**
 * Who may call what: API keys with scopes, and the rule that a server without keys listens on loopback alone. Uses
 * {@code problems}.
 */
@NullMarked
package dev.svgym.server.access;

import org.jspecify.annotations.NullMarked;
