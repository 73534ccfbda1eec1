# METADATA
# title: Role may run commands in every pod
# description: >-
#   A shell in a pod has what the pod has: its secrets, its token, its network. Take pods/exec and pods/attach out of the
#   resources; all else stays granted.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-POD-EXEC
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [trivy/KSV-0053, trivy/KSV-0054]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_without: {groups: [""], resources: [pods/attach, pods/exec]}
package kubernetes.rules.rbac_pod_exec

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-POD-EXEC", role, [resource], message) if {
	some role in rbac.roles
	some resource in ["pods/attach", "pods/exec"]
	places := rbac.giving(role, "", resource)
	count(places) > 0
	message := $"rules {places} let commands run in every pod by {resource}; take it out and keep everything else"
}
