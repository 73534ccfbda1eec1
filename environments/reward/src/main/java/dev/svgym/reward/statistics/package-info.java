/**
 * Statistics of whole runs: intervals for pass rates, curves over tasks, how many steps or attempts a result took. Pure
 * functions over immutable values; arguments from which nothing sound follows are refused with
 * {@link dev.svgym.reward.RewardsRefusedException}.
 */
@NullMarked
package dev.svgym.reward.statistics;

import org.jspecify.annotations.NullMarked;
