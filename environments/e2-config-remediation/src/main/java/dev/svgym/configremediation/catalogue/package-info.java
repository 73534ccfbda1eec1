/**
 * The rules as data: what each is called, what it weighs, and which changes repair it. Read from the compiled
 * policies; rules themselves run in an engine.
 */
@NullMarked
package dev.svgym.configremediation.catalogue;

import org.jspecify.annotations.NullMarked;
