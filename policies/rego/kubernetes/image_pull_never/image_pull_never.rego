# METADATA
# title: Image is taken from the node unchecked
# description: >-
#   With imagePullPolicy Never a container runs whatever lies under that name on its node, whoever put it there, and no
#   registry checks who may have it. Remove the field or set IfNotPresent or Always.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
# custom:
#   id: K8S-IMAGE-PULL-NEVER
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [checkov/CKV_K8S_15]
#   fixes:
#     - {at: element, path: [imagePullPolicy], allow: [{remove: true}, {one_of: [Always, IfNotPresent]}]}
package kubernetes.rules.image_pull_never

import data.kubernetes.lib

violation contains lib.violation("K8S-IMAGE-PULL-NEVER", container, [], ["imagePullPolicy"], message) if {
	some container in lib.containers
	container.spec.imagePullPolicy == "Never"
	message := $"{container.label} never pulls its image; remove imagePullPolicy, or set Always or IfNotPresent"
}
