/** Shows that the contract passes a sound environment and fails each kind of unsound one. */
@NullMarked
package dev.svgym.environment.testkit;

import org.jspecify.annotations.NullMarked;
