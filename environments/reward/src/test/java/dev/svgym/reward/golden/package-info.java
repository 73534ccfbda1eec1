/** The golden vectors: cases computed by an independent oracle in exact rationals, run against the public interface. */
@NullMarked
package dev.svgym.reward.golden;

import org.jspecify.annotations.NullMarked;
