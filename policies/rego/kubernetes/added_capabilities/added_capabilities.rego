# METADATA
# title: Container adds capabilities beyond the default ones
# description: >-
#   Capabilities beyond those that container runtimes grant by default let a container change its node, some of them as far
#   as a privileged one could. Take them out of the list.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_capabilities_baseline.go
# custom:
#   id: K8S-ADDED-CAPABILITIES
#   severity: high
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [trivy/KSV-0022, trivy/KSV-0005, checkov/CKV_K8S_25, checkov/CKV_K8S_39]
#   fixes:
#     - at: element
#       path: [securityContext, capabilities, add]
#       allow:
#         - without_all_but:
#             - AUDIT_WRITE
#             - CHOWN
#             - DAC_OVERRIDE
#             - FOWNER
#             - FSETID
#             - KILL
#             - MKNOD
#             - NET_BIND_SERVICE
#             - SETFCAP
#             - SETGID
#             - SETPCAP
#             - SETUID
#             - SYS_CHROOT
#         - gaining: [NET_BIND_SERVICE]
package kubernetes.rules.added_capabilities

import data.kubernetes.lib

violation contains lib.violation("K8S-ADDED-CAPABILITIES", container, [], lib.added_capabilities, message) if {
	some container in lib.containers
	excess := [capability |
		some capability in lib.elements(container.spec.securityContext.capabilities.add)
		not capability in lib.default_capabilities
	]
	count(excess) > 0
	message := $"{container.label} adds the capabilities {excess}, which are not among the default ones; do not add them"
}
