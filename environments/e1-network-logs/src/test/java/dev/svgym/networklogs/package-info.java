/** What E1 asks, accepts and pays, as tests. */
@NullMarked
package dev.svgym.networklogs;

import org.jspecify.annotations.NullMarked;
