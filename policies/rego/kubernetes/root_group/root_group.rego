# METADATA
# title: Process is in the group of root
# description: >-
#   Files that only root and its group may read are open to a process in group 0, whatever its user. Name another group;
#   for fsGroup and the supplementary groups, leaving group 0 out does as well.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   id: K8S-ROOT-GROUP
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [trivy/KSV-0029, trivy/KSV-0116]
#   fixes:
#     - {at: element, path: [runAsGroup], allow: [{non_root_uid: true}]}
#     - {at: element, path: [fsGroup], allow: [{remove: true}, {non_root_uid: true}]}
#     - {at: element, path: [supplementalGroups], allow: [{without: [0]}]}
package kubernetes.rules.root_group

import data.kubernetes.lib

violation contains lib.violation("K8S-ROOT-GROUP", place, [], [field], message) if {
	some place in lib.security_contexts
	some field in ["fsGroup", "runAsGroup"]
	place.context[field] == 0
	message := $"{place.label} has securityContext.{field}: 0; name a group above 0"
}

violation contains lib.violation("K8S-ROOT-GROUP", place, [], ["supplementalGroups"], message) if {
	some place in lib.security_contexts
	0 in place.context.supplementalGroups
	message := $"{place.label} has 0 among its supplementalGroups; take it out"
}
