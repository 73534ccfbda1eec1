/**
 * The Model Context Protocol over streamable HTTP: the tools of one rollout and the answer, for an agent that calls them
 * itself. A request names its rollout by a token in a header. The protocol is the official SDK's; only tools are ours.
 */
@NullMarked
package dev.svgym.server.adapters.mcp;

import org.jspecify.annotations.NullMarked;
