# METADATA
# title: Container may gain privileges
# description: >-
#   Unless it is forbidden, a set-user-ID program in the image gives a process more rights than its parent has. Set
#   allowPrivilegeEscalation to false; a container cannot be privileged then. Pods for Windows are exempt.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_allowPrivilegeEscalation.go
# custom:
#   id: K8S-PRIVILEGE-ESCALATION
#   severity: medium
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [kube-linter/privilege-escalation-container, trivy/KSV-0001, checkov/CKV_K8S_20]
#   fixes:
#     - {at: element, path: [securityContext, allowPrivilegeEscalation], allow: [{exact: false}]}
#     - {at: element, path: [securityContext, privileged], allow: [{remove: true}, {exact: false}]}
package kubernetes.rules.privilege_escalation

import data.kubernetes.lib

violation contains lib.violation("K8S-PRIVILEGE-ESCALATION", container, [], path, message) if {
	some container in lib.containers
	not lib.is_windows(container)
	not forbids_escalation(container)
	path := ["securityContext", "allowPrivilegeEscalation"]
	message := $"{container.label} may gain privileges; set securityContext.allowPrivilegeEscalation to false"
}

forbids_escalation(container) if container.spec.securityContext.allowPrivilegeEscalation == false
