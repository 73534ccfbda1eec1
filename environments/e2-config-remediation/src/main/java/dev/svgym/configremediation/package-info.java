/**
 * E2: find and repair what is insecure in a configuration, and break nothing. A task is a set of files with the rules
 * in force; the verdict comes from structural gates and a scan by real engines.
 */
@NullMarked
package dev.svgym.configremediation;

import org.jspecify.annotations.NullMarked;
