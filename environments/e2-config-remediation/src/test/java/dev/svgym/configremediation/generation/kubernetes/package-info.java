@NullMarked
package dev.svgym.configremediation.generation.kubernetes;

import org.jspecify.annotations.NullMarked;
