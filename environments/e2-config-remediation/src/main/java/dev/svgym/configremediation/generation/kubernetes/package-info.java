/**
 * Kubernetes drafts: archetypes of clean workloads, faults and traps for each rule, and a writer of YAML in many hands. All
 * of it follows from the numbers of one stream: no clock, no locale, no order of hash maps.
 */
@NullMarked
package dev.svgym.configremediation.generation.kubernetes;

import org.jspecify.annotations.NullMarked;
