# METADATA
# title: Role may gain rights that it does not have
# description: >-
#   The verbs escalate and bind hand out rights that their holder lacks, and impersonate takes those of somebody else.
#   Take them out of the verbs; all else stays granted. A rule for named objects alone is not meant.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-ESCALATION
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [trivy/KSV-0043, trivy/KSV-0051, checkov/CKV_K8S_157, checkov/CKV_K8S_158]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_without: {verbs: [bind, escalate, impersonate]}
package kubernetes.rules.rbac_escalation

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-ESCALATION", role, [verb], message) if {
	some role in rbac.roles
	some verb in ["bind", "escalate", "impersonate"]
	places := [entry.index |
		some entry in role.entries
		not entry.is_named
		verb in entry.verbs
	]
	count(places) > 0
	message := $"rules {places} grant the verb {verb}; take it out and keep everything else"
}
