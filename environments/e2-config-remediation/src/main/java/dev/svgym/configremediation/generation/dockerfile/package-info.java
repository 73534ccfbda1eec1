/** Dockerfiles that are made: builds of services, as lines that are written in some author's style. */
@NullMarked
package dev.svgym.configremediation.generation.dockerfile;

import org.jspecify.annotations.NullMarked;
