/**
 * OpenEnv as its released clients speak it (openenv-core 0.3, openenv 0.4 and 0.10): a WebSocket or an MCP session is one
 * client's episode; messages, errors and their words are those of the Python server, so that no client notices.
 */
@NullMarked
package dev.svgym.server.adapters.openenv;

import org.jspecify.annotations.NullMarked;
