/** The engines that find violations, behind one interface: the only I/O of this environment. */
@NullMarked
package dev.svgym.configremediation.scanner;

import org.jspecify.annotations.NullMarked;
