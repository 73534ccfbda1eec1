/**
 * Files become sets of tasks: formats, what an import is asked to do, what came of it, and the folder of the sets. An
 * environment brings its formats; reading row by row, splits and the folder are the same for all. An import is whole or
 * not there at all.
 */
@NullMarked
package dev.svgym.environment.imports;

import org.jspecify.annotations.NullMarked;
