/**
 * Files become sets of tasks: formats, what an import is asked to do, and what came of it. An import is whole or not
 * there at all.
 */
@NullMarked
package dev.svgym.environment.imports;

import org.jspecify.annotations.NullMarked;
