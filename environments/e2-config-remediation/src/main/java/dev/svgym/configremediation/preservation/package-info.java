/**
 * What changed between two configs, as typed trees, and whether the rules that were violated allow it. Everything that
 * no fix path covers is protected, against additions too.
 */
@NullMarked
package dev.svgym.configremediation.preservation;

import org.jspecify.annotations.NullMarked;
