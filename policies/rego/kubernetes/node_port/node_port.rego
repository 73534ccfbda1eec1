# METADATA
# title: Service opens a port on every node
# description: >-
#   Whether it must be reached from outside, and how else, only its owner knows.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/services-networking/service/
# custom:
#   id: K8S-NODE-PORT
#   severity: medium
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/exposed-services]
package kubernetes.reports.node_port

import data.kubernetes.lib

violation contains lib.violation("K8S-NODE-PORT", place, ["spec"], ["type"], message) if {
	some service in input.objects
	service.kind == "Service"
	service.body.spec.type == "NodePort"
	place := lib.whole(service)
	message := "The service opens a port on every node"
}
