# METADATA
# title: Container adds capabilities other than NET_BIND_SERVICE
# description: >-
#   Under the restricted standard a container may add one capability, NET_BIND_SERVICE, which lets a server listen on a low
#   port. Take the others out of the list. Capabilities that are not even default ones are K8S-ADDED-CAPABILITIES.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_capabilities_restricted.go
# custom:
#   id: K8S-RESTRICTED-CAPABILITIES
#   severity: medium
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [trivy/KSV-0106, checkov/CKV_K8S_25]
#   fixes:
#     - {at: element, path: [securityContext, capabilities, add], allow: [{without_all_but: [NET_BIND_SERVICE]}, {gaining: [NET_BIND_SERVICE]}]}
package kubernetes.rules.restricted_capabilities

import data.kubernetes.lib

violation contains lib.violation("K8S-RESTRICTED-CAPABILITIES", container, [], lib.added_capabilities, message) if {
	some container in lib.containers
	not lib.is_windows(container)
	excess := [capability |
		some capability in lib.elements(container.spec.securityContext.capabilities.add)
		capability in lib.default_capabilities
		capability != "NET_BIND_SERVICE"
	]
	count(excess) > 0
	message := $"{container.label} adds the capabilities {excess}; only NET_BIND_SERVICE may be added"
}
