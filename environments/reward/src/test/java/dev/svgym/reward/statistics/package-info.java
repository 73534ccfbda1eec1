/** Worked examples of the statistics of runs. */
@NullMarked
package dev.svgym.reward.statistics;

import org.jspecify.annotations.NullMarked;
