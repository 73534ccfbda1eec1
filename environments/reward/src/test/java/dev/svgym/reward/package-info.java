/** Proofs and worked examples of the reward arithmetic. */
@NullMarked
package dev.svgym.reward;

import org.jspecify.annotations.NullMarked;
