/**
 * Kubernetes manifests as a config: hostile YAML becomes objects that a cluster would accept, as keyed trees. What a
 * cluster's tools would read otherwise than YAML 1.2 does is refused, so that rules judge what would run.
 */
@NullMarked
package dev.svgym.configremediation.kubernetes;

import org.jspecify.annotations.NullMarked;
