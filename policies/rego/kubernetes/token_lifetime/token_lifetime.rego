# METADATA
# title: Projected token lives longer than a day
# description: >-
#   A stolen token is good until it expires, and the node renews it in time anyway. Let it live at most a day, and at
#   least ten minutes.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#serviceaccount-token-volume-projection
# custom:
#   id: K8S-TOKEN-LIFETIME
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: []
#   fixes:
#     - {at: element, path: [expirationSeconds], allow: [{remove: true}, {quantity_between: ["600", "86400"]}]}
package kubernetes.rules.token_lifetime

import data.kubernetes.lib

violation contains lib.violation("K8S-TOKEN-LIFETIME", pod, element, ["expirationSeconds"], message) if {
	some pod in lib.pods
	some key, volume in pod.spec.volumes
	some index, source in volume.projected.sources
	seconds := source.serviceAccountToken.expirationSeconds
	seconds > 86400
	element := ["spec", "volumes", lib.text(key), "projected", "sources", lib.text(index), "serviceAccountToken"]
	message := $"The token in volume {key} lives for {seconds} seconds; let it live for 600 to 86400"
}
