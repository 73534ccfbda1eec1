/** The odds of traffic, worked out again from what is shown. */
@NullMarked
package dev.svgym.networklogs.traffic;

import org.jspecify.annotations.NullMarked;
