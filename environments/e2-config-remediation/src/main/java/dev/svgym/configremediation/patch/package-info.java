/**
 * Unified diffs, applied exactly or not at all: zero fuzz, exact positions and counts, and only files that are there.
 */
@NullMarked
package dev.svgym.configremediation.patch;

import org.jspecify.annotations.NullMarked;
