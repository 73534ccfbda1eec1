/** N rollouts of one task, begun together, counted together and forgotten together. */
@NullMarked
package dev.svgym.server.groups;

import org.jspecify.annotations.NullMarked;
