/** What attempts at repairing configs are worth: numbers with intervals, and the summary of SV-Bench. Pure arithmetic. */
@NullMarked
package dev.svgym.configremediation.report;

import org.jspecify.annotations.NullMarked;
