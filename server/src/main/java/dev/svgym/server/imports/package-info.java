/** Files become sets of tasks, by an upload or by a command. Knows no format: environments do. */
@NullMarked
package dev.svgym.server.imports;

import org.jspecify.annotations.NullMarked;
