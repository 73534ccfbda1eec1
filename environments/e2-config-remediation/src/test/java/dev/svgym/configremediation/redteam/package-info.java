/**
 * Attacks on the gates, as data: what somebody might answer to be paid without repairing, or for breaking more than the
 * repair needs. They know what an agent is shown and, to make them as strong as can be, the violations and an honest
 * repair to hide behind.
 */
@NullMarked
package dev.svgym.configremediation.redteam;

import org.jspecify.annotations.NullMarked;
