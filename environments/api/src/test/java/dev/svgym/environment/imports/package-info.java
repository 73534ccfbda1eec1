/** Tests of what imports of every environment share. */
@NullMarked
package dev.svgym.environment.imports;

import org.jspecify.annotations.NullMarked;
