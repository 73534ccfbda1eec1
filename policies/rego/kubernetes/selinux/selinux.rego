# METADATA
# title: SELinux options loosen the confinement
# description: >-
#   A custom SELinux user or role, or a type other than those for containers, takes a container out of the confinement that
#   keeps it from the files of its node. Remove the option; the type may also be one of those for containers.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_seLinuxOptions.go
# custom:
#   id: K8S-SELINUX
#   severity: medium
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [trivy/KSV-0025]
#   fixes:
#     - {at: element, path: [type], allow: [{remove: true}, {one_of: ["", container_t, container_init_t, container_kvm_t]}]}
#     - {at: element, path: [user], allow: [{remove: true}, {exact: ""}]}
#     - {at: element, path: [role], allow: [{remove: true}, {exact: ""}]}
package kubernetes.rules.selinux

import data.kubernetes.lib

types := {"container_t", "container_init_t", "container_kvm_t", "container_engine_t"}

violation contains lib.violation("K8S-SELINUX", place, ["seLinuxOptions"], [option], message) if {
	some place in lib.security_contexts
	some option in ["type", "user", "role"]
	value := place.context.seLinuxOptions[option]
	not value in {null, ""}
	not allows(option, value)
	message := $"{place.label} has securityContext.seLinuxOptions.{option}: {value}; remove it"
}

allows("type", value) if value in types
