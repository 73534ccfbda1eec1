/**
 * What an environment is: a pure function (task, trajectory, action) to an outcome, with a card that
 * describes it. Whoever calls keeps the trajectory; an environment keeps no state between calls.
 */
@NullMarked
package dev.svgym.environment;

import org.jspecify.annotations.NullMarked;
