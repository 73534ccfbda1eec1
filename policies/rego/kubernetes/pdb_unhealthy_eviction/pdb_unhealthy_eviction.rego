# METADATA
# title: Disruption budget protects pods that do not work
# description: >-
#   Unless unhealthyPodEvictionPolicy says AlwaysAllow, a pod that never becomes ready keeps its node from being drained.
#   Set AlwaysAllow; pods that work stay protected.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
# custom:
#   id: K8S-PDB-UNHEALTHY-EVICTION
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/pdb-unhealthy-pod-eviction-policy]
#   fixes:
#     - {at: object, path: [spec, unhealthyPodEvictionPolicy], allow: [{exact: AlwaysAllow}]}
package kubernetes.rules.pdb_unhealthy_eviction

import data.kubernetes.lib

violation contains lib.violation("K8S-PDB-UNHEALTHY-EVICTION", place, ["spec"], ["unhealthyPodEvictionPolicy"], message) if {
	some budget in input.objects
	budget.kind == "PodDisruptionBudget"
	object.get(budget.body, ["spec", "unhealthyPodEvictionPolicy"], null) != "AlwaysAllow"
	place := lib.whole(budget)
	message := "Pods that do not work keep their node from being drained; set unhealthyPodEvictionPolicy to AlwaysAllow"
}
