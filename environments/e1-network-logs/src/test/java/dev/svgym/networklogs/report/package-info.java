/** Tests of the report, with numbers worked by hand. */
@NullMarked
package dev.svgym.networklogs.report;

import org.jspecify.annotations.NullMarked;
