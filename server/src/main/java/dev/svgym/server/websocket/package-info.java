/**
 * The server's end of WebSockets (RFC 6455): Tomcat answers the upgrade and lets go of the connection, and a few event loops
 * read and write all of them. A connection that is idle holds no thread and no buffer. What is said over a WebSocket is a
 * {@link dev.svgym.server.websocket.Conversation}. Uses no other package of the server.
 */
@NullMarked
package dev.svgym.server.websocket;

import org.jspecify.annotations.NullMarked;
