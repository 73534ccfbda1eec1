# METADATA
# title: Disruption budget wants every pod
# description: >-
#   With minAvailable 100% no node can be drained, so that it misses its kernel updates or is drained by force. Ask for a
#   share that lets a pod go.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/run-application/configure-pdb/
# custom:
#   id: K8S-PDB-MIN-AVAILABLE
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/pdb-min-available]
#   fixes:
#     - {at: object, path: [spec, minAvailable], allow: [{one_of: [1, "25%", "50%", "60%", "66%", "67%", "70%", "75%", "80%"]}]}
package kubernetes.rules.pdb_min_available

import data.kubernetes.lib

violation contains lib.violation("K8S-PDB-MIN-AVAILABLE", place, ["spec"], ["minAvailable"], message) if {
	some budget in input.objects
	budget.kind == "PodDisruptionBudget"
	budget.body.spec.minAvailable == "100%"
	place := lib.whole(budget)
	message := "The budget has minAvailable: 100%, so that no node can be drained; ask for 50% to 80%, or 1"
}
