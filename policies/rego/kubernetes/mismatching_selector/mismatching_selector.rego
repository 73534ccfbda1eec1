# METADATA
# title: Workload does not select its own pods
# description: >-
#   Whether the selector or the labels are right only the owner knows; an API server refuses it anyway.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
# custom:
#   id: K8S-MISMATCHING-SELECTOR
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/mismatching-selector]
package kubernetes.reports.mismatching_selector

import data.kubernetes.lib

violation contains lib.violation("K8S-MISMATCHING-SELECTOR", place, ["spec", "selector", "matchLabels", label], [], message) if {
	some manifest in input.objects
	manifest.kind in {"DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"}
	some label, value in manifest.body.spec.selector.matchLabels
	object.get(manifest.body.spec.template, ["metadata", "labels", label], null) != value
	place := lib.whole(manifest)
	message := $"The workload selects pods with {label}: {value}, which its own have not"
}
