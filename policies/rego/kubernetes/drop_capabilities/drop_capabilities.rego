# METADATA
# title: Container keeps the default capabilities
# description: >-
#   The default capabilities are more than nearly every program needs. Drop ALL, and add NET_BIND_SERVICE where a server
#   listens on a low port. Pods for Windows are exempt.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_capabilities_restricted.go
# custom:
#   id: K8S-DROP-CAPABILITIES
#   severity: medium
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [kube-linter/drop-net-raw-capability, trivy/KSV-0003, trivy/KSV-0106, checkov/CKV_K8S_28, checkov/CKV_K8S_37]
#   fixes:
#     - {at: element, path: [securityContext, capabilities, drop], allow: [{subset: [ALL]}]}
#     - {at: element, path: [securityContext, capabilities, add], allow: [{gaining: [NET_BIND_SERVICE]}]}
package kubernetes.rules.drop_capabilities

import data.kubernetes.lib

violation contains lib.violation("K8S-DROP-CAPABILITIES", container, [], path, message) if {
	some container in lib.containers
	not lib.is_windows(container)
	not drops_all(container)
	path := ["securityContext", "capabilities", "drop"]
	message := $"{container.label} does not drop all capabilities; let securityContext.capabilities.drop hold ALL"
}

drops_all(container) if "ALL" in container.spec.securityContext.capabilities.drop
