/** A small real environment, so that the server is tested without those that it is shipped with. */
@NullMarked
package dev.svgym.server.arithmetic;

import org.jspecify.annotations.NullMarked;
