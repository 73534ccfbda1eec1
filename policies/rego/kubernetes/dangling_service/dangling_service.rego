# METADATA
# title: Service selects no pod of these files
# description: >-
#   The pods may be elsewhere, and which of those here are meant only the owner knows.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/services-networking/service/
# custom:
#   id: K8S-DANGLING-SERVICE
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/dangling-service]
package kubernetes.reports.dangling_service

import data.kubernetes.lib

violation contains lib.violation("K8S-DANGLING-SERVICE", place, ["spec"], ["selector"], message) if {
	some service in input.objects
	service.kind == "Service"
	count(service.body.spec.selector) > 0
	not selects(service)
	place := lib.whole(service)
	message := "The service selects no pod of these files"
}

selects(service) if {
	some pod in lib.pods
	pod.namespace == service.namespace
	every label, value in service.body.spec.selector {
		pod.metadata.labels[label] == value
	}
}
