/**
 * Recorded traffic as sets of cases. Formats turn files into rows, one at a time; rows are given to splits so that no
 * split holds what another does but for the source port; a set is written beside the others and appears by a rename.
 */
@NullMarked
package dev.svgym.networklogs.imports;

import org.jspecify.annotations.NullMarked;
