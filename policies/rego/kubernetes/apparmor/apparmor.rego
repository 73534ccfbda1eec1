# METADATA
# title: AppArmor is switched off or replaced
# description: >-
#   The default AppArmor profile of the container runtime keeps a container from mounting file systems and writing to
#   kernel files. Remove the setting or choose RuntimeDefault; as an annotation, runtime/default.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_appArmorProfile.go
# custom:
#   id: K8S-APPARMOR
#   severity: medium
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [trivy/KSV-0002]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}, {exact: runtime/default}]}
#     - {at: element, path: [type], allow: [{exact: RuntimeDefault}]}
#     - {at: element, path: [localhostProfile], allow: [{remove: true}]}
package kubernetes.rules.apparmor

import data.kubernetes.lib

violation contains lib.violation("K8S-APPARMOR", place, ["appArmorProfile"], ["type"], message) if {
	some place in lib.security_contexts
	profile := place.context.appArmorProfile
	profile != null
	not allows_profile(profile)
	message := $"{place.label} has the AppArmor profile {profile.type}; remove it or set its type to RuntimeDefault"
}

violation contains lib.violation("K8S-APPARMOR", pod, ["metadata", "annotations", annotation], [], message) if {
	some pod in lib.pods
	some annotation, value in pod.metadata.annotations
	startswith(annotation, "container.apparmor.security.beta.kubernetes.io/")
	not allows_annotation(value)
	message := $"{pod.label} has the annotation {annotation}: {value}; remove it or set it to runtime/default"
}

allows_profile(profile) if profile.type in {"RuntimeDefault", "Localhost"}

allows_annotation(value) if value in {null, "", "runtime/default"}

allows_annotation(value) if startswith(value, "localhost/")
