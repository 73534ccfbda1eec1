# METADATA
# title: User id is that of root
# description: >-
#   A container told to run as user 0 is root. Name another numeric user, or leave the choice to the image. Pods in a user
#   namespace (hostUsers: false) are exempt.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_runAsUser.go
# custom:
#   id: K8S-RUN-AS-USER
#   severity: medium
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [trivy/KSV-0105]
#   fixes:
#     - {at: element, path: [runAsUser], allow: [{remove: true}, {non_root_uid: true}]}
#     - {at: element, path: [runAsGroup], allow: [{non_root_uid: true}]}
#     - {at: element, path: [runAsNonRoot], allow: [{exact: true}]}
#     - {at: pod, path: [spec, securityContext, runAsUser], allow: [{non_root_uid: true}]}
#     - {at: pod, path: [spec, securityContext, runAsNonRoot], allow: [{exact: true}]}
#     - {at: pod, path: [spec, containers, "*", securityContext, runAsUser], allow: [{non_root_uid: true}]}
#     - {at: pod, path: [spec, initContainers, "*", securityContext, runAsUser], allow: [{non_root_uid: true}]}
package kubernetes.rules.run_as_user

import data.kubernetes.lib

violation contains lib.violation("K8S-RUN-AS-USER", place, [], ["runAsUser"], message) if {
	some place in lib.security_contexts
	not lib.in_user_namespace(place)
	value := place.context.runAsUser
	value != null
	not is_ordinary(value)
	message := $"{place.label} has securityContext.runAsUser: {value}; name a user above 0 or remove it"
}

is_ordinary(user) if {
	is_number(user)
	user > 0
}
