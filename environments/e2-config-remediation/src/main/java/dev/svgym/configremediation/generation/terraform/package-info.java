/** Terraform tasks: clean configurations of three providers, faults put into them, and the texts of both. */
@NullMarked
package dev.svgym.configremediation.generation.terraform;

import org.jspecify.annotations.NullMarked;
