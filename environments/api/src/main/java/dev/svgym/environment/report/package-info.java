/** What a set of attempts is worth: one pass over tasks with the actions that ended their rollouts. */
@NullMarked
package dev.svgym.environment.report;

import org.jspecify.annotations.NullMarked;
