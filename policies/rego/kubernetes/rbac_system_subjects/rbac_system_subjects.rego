# METADATA
# title: Binding grants rights to everybody
# description: >-
#   Everybody who reaches the API server is one of system:anonymous, system:unauthenticated and system:authenticated, and
#   system:masters passes every check. Take that subject out of the binding and leave the others.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-SYSTEM-SUBJECTS
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [trivy/KSV-0122, trivy/KSV-0123]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
package kubernetes.rules.rbac_system_subjects

import data.kubernetes.lib
import data.kubernetes.rbac

everybody := {"system:anonymous", "system:authenticated", "system:masters", "system:unauthenticated"}

violation contains lib.violation("K8S-RBAC-SYSTEM-SUBJECTS", binding, ["subjects", lib.text(key)], ["name"], message) if {
	some binding in rbac.bindings
	some key, subject in binding.body.subjects
	subject.kind in {"Group", "User"}
	subject.name in everybody
	message := $"The binding grants its role to {subject.name}; take that subject out"
}
