/**
 * Rows of other data sets become tasks: which kind a text is, what is kept of a row, and by what rows are told apart.
 * What is wrong with a row's config say the engines, never the row.
 */
@NullMarked
package dev.svgym.configremediation.imports;

import org.jspecify.annotations.NullMarked;
