# METADATA
# title: Role issues tokens for every service account
# description: >-
#   Who creates tokens has the rights of every service account that one can be issued for. Take create away from
#   serviceaccounts/token; all else stays granted.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-TOKEN-CREATION
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [trivy/KSV-0041]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_without: {groups: [""], resources: [serviceaccounts/token], verbs: [create, "*"]}
package kubernetes.rules.rbac_token_creation

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-TOKEN-CREATION", role, ["serviceaccounts/token"], message) if {
	some role in rbac.roles
	places := rbac.granting(role, "", "serviceaccounts/token", {"create", "*"})
	count(places) > 0
	message := $"rules {places} issue tokens for every service account; take serviceaccounts/token out and keep everything else"
}
