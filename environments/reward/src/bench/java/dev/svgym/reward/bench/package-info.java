/** How long estimators take, measured beside the loop that trainers write by hand. */
@NullMarked
package dev.svgym.reward.bench;

import org.jspecify.annotations.NullMarked;
