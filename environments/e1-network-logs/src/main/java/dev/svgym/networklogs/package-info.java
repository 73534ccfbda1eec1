/**
 * E1, network logs: classify a case or abstain at a price. An answer states a label and the probability that it is
 * right; honesty about that probability is optimal, and answering pays exactly when it beats the price of an analyst.
 */
@NullMarked
package dev.svgym.networklogs;

import org.jspecify.annotations.NullMarked;
