/**
 * Traffic with known odds. Ten malicious activities, each with a benign twin, and everyday traffic around them, all with
 * explicit densities: piecewise uniform in bins that the shown value tells apart, so that the likelihood of what is shown
 * is exact. Knows nothing of costs and answers.
 *
 * <p>Deterministic for ever: own random streams, integer values, tables by {@link java.lang.StrictMath}, no locale.
 */
@NullMarked
package dev.svgym.networklogs.traffic;

import org.jspecify.annotations.NullMarked;
