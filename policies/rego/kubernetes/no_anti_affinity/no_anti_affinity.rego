# METADATA
# title: Replicas may all run on one node
# description: >-
#   What keeps replicas apart depends on the nodes there are.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
# custom:
#   id: K8S-NO-ANTI-AFFINITY
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/no-anti-affinity]
package kubernetes.reports.no_anti_affinity

import data.kubernetes.lib

violation contains lib.violation("K8S-NO-ANTI-AFFINITY", pod, ["spec"], ["affinity", "podAntiAffinity"], message) if {
	some pod in lib.pods
	pod.replicas > 1
	object.get(pod.spec, ["affinity", "podAntiAffinity"], null) == null
	object.get(pod.spec, "topologySpreadConstraints", null) in {null, []}
	message := $"The {pod.replicas} replicas may all run on one node"
}
