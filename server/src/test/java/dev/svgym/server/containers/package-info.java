/** The images as they are shipped, driven from outside. Everything here needs Docker. */
@NullMarked
package dev.svgym.server.containers;

import org.jspecify.annotations.NullMarked;
