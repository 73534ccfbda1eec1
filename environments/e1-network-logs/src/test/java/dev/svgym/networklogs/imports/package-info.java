/** Tests of imports, on files written for them. */
@NullMarked
package dev.svgym.networklogs.imports;

import org.jspecify.annotations.NullMarked;
