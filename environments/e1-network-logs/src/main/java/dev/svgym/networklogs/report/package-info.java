/**
 * What a set of attempts at network-log cases is worth: arithmetic on values, intervals by resampling tasks, and two
 * drawings. Where the posterior of a case is known, everything is the expectation over its label; the SV-Bench summary
 * alone goes by labels as drawn, because it counts in whole cases.
 */
@NullMarked
package dev.svgym.networklogs.report;

import org.jspecify.annotations.NullMarked;
