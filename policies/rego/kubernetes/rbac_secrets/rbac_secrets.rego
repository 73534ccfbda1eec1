# METADATA
# title: Role reads every secret
# description: >-
#   Who reads all secrets reads the tokens of service accounts and so has their rights too. Take secrets out of the
#   resources, or name those that are needed under resourceNames in a rule of their own; all else stays granted.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-SECRETS
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [kube-linter/access-to-secrets, trivy/KSV-0041, trivy/KSV-0113]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_without: {groups: [""], resources: [secrets]}
package kubernetes.rules.rbac_secrets

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-SECRETS", role, ["secrets"], message) if {
	some role in rbac.roles
	places := rbac.granting(role, "", "secrets", {"get", "list", "watch", "*"})
	count(places) > 0
	message := $"rules {places} let all secrets be read; take secrets out and keep everything else"
}
