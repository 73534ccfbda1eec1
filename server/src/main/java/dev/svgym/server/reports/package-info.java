/** Reports on attempts that were made anywhere, by a call or by a command. The truth comes from the tasks' references. */
@NullMarked
package dev.svgym.server.reports;

import org.jspecify.annotations.NullMarked;
