# METADATA
# title: Container has no seccomp profile
# description: >-
#   Unless the pod or the container asks for a seccomp profile, most clusters leave every system call open. Set the type to
#   RuntimeDefault in the container or, for all of them, in the pod. Pods for Windows are exempt.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_seccompProfile_restricted.go
# custom:
#   id: K8S-SECCOMP-MISSING
#   severity: medium
#   kind: kubernetes
#   sets: [pss-restricted]
#   aliases: [trivy/KSV-0030, checkov/CKV_K8S_31]
#   fixes:
#     - {at: element, path: [seccompProfile, type], allow: [{exact: RuntimeDefault}]}
#     - {at: pod, path: [spec, securityContext, seccompProfile, type], allow: [{exact: RuntimeDefault}]}
package kubernetes.rules.seccomp_missing

import data.kubernetes.lib

violation contains lib.violation("K8S-SECCOMP-MISSING", container, ["securityContext"], ["seccompProfile"], message) if {
	some container in lib.containers
	not lib.is_windows(container)
	not has_profile(container)
	not inherits_profile(container)
	message := $"{container.label} has no seccomp profile; set securityContext.seccompProfile.type to RuntimeDefault"
}

# A profile of its own that is a bad one is K8S-SECCOMP-UNCONFINED.
has_profile(container) if container.spec.securityContext.seccompProfile != null

inherits_profile(container) if container.pod_spec.securityContext.seccompProfile.type in lib.seccomp_types
