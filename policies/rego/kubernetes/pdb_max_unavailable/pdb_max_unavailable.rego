# METADATA
# title: Disruption budget lets no pod go
# description: >-
#   With maxUnavailable 0 no node can be drained, so that it misses its kernel updates or is drained by force. Let at
#   least one pod go, or a share.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/run-application/configure-pdb/
# custom:
#   id: K8S-PDB-MAX-UNAVAILABLE
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/pdb-max-unavailable]
#   fixes:
#     - {at: object, path: [spec, maxUnavailable], allow: [{one_of: [1, "10%", "20%", "25%", "30%", "33%", "34%", "50%"]}]}
package kubernetes.rules.pdb_max_unavailable

import data.kubernetes.lib

violation contains lib.violation("K8S-PDB-MAX-UNAVAILABLE", place, ["spec"], ["maxUnavailable"], message) if {
	some budget in input.objects
	budget.kind == "PodDisruptionBudget"
	value := budget.body.spec.maxUnavailable
	value in {0, "0", "0%"}
	place := lib.whole(budget)
	message := $"The budget has maxUnavailable: {value}, so that no node can be drained; set 1 or a share such as 25%"
}
