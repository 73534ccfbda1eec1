/**
 * A load generator for {@code POST /v1/verify}, of any environment: how many verdicts a second, and what each costs.
 * Client and server are two processes, here as a rule on one machine; the client's sockets are plain, so that most of the
 * machine is left to the server.
 */
@NullMarked
package dev.svgym.server.load;

import org.jspecify.annotations.NullMarked;
