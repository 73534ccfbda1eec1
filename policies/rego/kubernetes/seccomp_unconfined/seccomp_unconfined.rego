# METADATA
# title: Seccomp is switched off
# description: >-
#   Without a seccomp profile every system call of the kernel is open to attack. Set the type to RuntimeDefault, or remove
#   the profile where the pod sets a good one.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_seccompProfile_baseline.go
# custom:
#   id: K8S-SECCOMP-UNCONFINED
#   severity: medium
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [trivy/KSV-0104]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
#     - {at: element, path: [type], allow: [{exact: RuntimeDefault}]}
#     - {at: element, path: [localhostProfile], allow: [{remove: true}]}
#     - {at: pod, path: [spec, securityContext, seccompProfile], allow: [{exact: {type: RuntimeDefault}}]}
package kubernetes.rules.seccomp_unconfined

import data.kubernetes.lib

violation contains lib.violation("K8S-SECCOMP-UNCONFINED", place, ["seccompProfile"], ["type"], message) if {
	some place in lib.security_contexts
	profile := place.context.seccompProfile
	profile != null
	not confines(profile)
	message := $"{place.label} has the seccomp profile {profile.type}; set its type to RuntimeDefault"
}

confines(profile) if profile.type in lib.seccomp_types
