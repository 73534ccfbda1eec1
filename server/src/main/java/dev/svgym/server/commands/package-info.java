/** What the server does on the command line instead of serving. */
@NullMarked
package dev.svgym.server.commands;

import org.jspecify.annotations.NullMarked;
