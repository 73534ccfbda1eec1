/**
 * Reading an answer strictly: one JSON object, exactly typed, nothing guessed. One rule for every environment, so that
 * what is malformed for one is malformed for all.
 */
@NullMarked
package dev.svgym.environment.answer;

import org.jspecify.annotations.NullMarked;
