/**
 * Reward arithmetic: pure functions over immutable values. Depends on nothing but the JDK, so that a
 * trainer, a test or a notebook can call it without a server.
 */
@NullMarked
package dev.svgym.reward;

import org.jspecify.annotations.NullMarked;
