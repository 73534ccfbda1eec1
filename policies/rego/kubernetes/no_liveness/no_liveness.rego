# METADATA
# title: Container has no liveness probe
# description: >-
#   Only its author knows what to ask a container, and a wrong probe stops one that works.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
# custom:
#   id: K8S-NO-LIVENESS
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/no-liveness-probe, checkov/CKV_K8S_8]
package kubernetes.reports.no_liveness

import data.kubernetes.lib

violation contains lib.violation("K8S-NO-LIVENESS", container, [], ["livenessProbe"], message) if {
	some container in lib.containers
	startswith(lib.text(container.path[count(container.path) - 2]), "containers")
	object.get(container.spec, "livenessProbe", null) == null
	message := $"{container.label} has no livenessProbe"
}
