# METADATA
# title: Role changes admission webhooks
# description: >-
#   A webhook reads, changes or refuses every object that is admitted. Take the verbs that write away from webhook
#   configurations; all else stays granted.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-WEBHOOKS
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [trivy/KSV-0055, checkov/CKV_K8S_155]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_without:
#             groups: [admissionregistration.k8s.io]
#             resources: [mutatingwebhookconfigurations, validatingwebhookconfigurations]
#             verbs: [create, delete, deletecollection, patch, update, "*"]
package kubernetes.rules.rbac_webhooks

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-WEBHOOKS", role, [resource], message) if {
	some role in rbac.roles
	some resource in ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"]
	places := rbac.granting(
		role, "admissionregistration.k8s.io", resource,
		{"create", "delete", "deletecollection", "patch", "update", "*"},
	)
	count(places) > 0
	message := $"rules {places} change {resource}; take the verbs that write away from it and keep everything else"
}
