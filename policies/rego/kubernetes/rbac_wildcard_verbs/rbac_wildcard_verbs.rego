# METADATA
# title: Role grants every verb
# description: >-
#   A wildcard of verbs grants what nobody thought of, among it escalate, bind, impersonate and the verbs that later
#   versions bring. Name the verbs; as nobody says which of them are needed, at least get, list, watch, create, update,
#   patch and delete.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-WILDCARD-VERBS
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [kube-linter/wildcard-in-rules, trivy/KSV-0046, checkov/CKV_K8S_49]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_named: {verbs: [get, list, watch, create, update, patch, delete]}
package kubernetes.rules.rbac_wildcard_verbs

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-WILDCARD-VERBS", role, ["verbs"], message) if {
	some role in rbac.roles
	places := [entry.index |
		some entry in role.entries
		"*" in entry.verbs
		count(entry.resources) > 0
	]
	count(places) > 0
	message := $"rules {places} grant every verb; name verbs, at least get, list, watch, create, update, patch and delete"
}
