/**
 * What a configuration is, whatever its kind: files that hold objects, and objects that are keyed trees. Gates compare
 * these; only a kind knows the text behind them.
 */
@NullMarked
package dev.svgym.configremediation.model;

import org.jspecify.annotations.NullMarked;
