# METADATA
# title: Role has a wildcard that only its owner can name
# description: >-
#   A wildcard of resources over groups that are not known here, or over all groups, can only be written as names by
#   somebody who knows what the holder needs.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-WILDCARD-OPEN
#   severity: high
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/wildcard-in-rules, trivy/KSV-0044, trivy/KSV-0046, checkov/CKV_K8S_49]
package kubernetes.reports.rbac_wildcard_open

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-WILDCARD-OPEN", role, ["*"], message) if {
	some role in rbac.roles
	places := [entry.index | some entry in role.entries; is_open(entry)]
	count(places) > 0
	message := $"rules {places} have wildcards of groups or resources; name what is needed"
}

is_open(entry) if {
	"*" in entry.resources
	not rbac.has_namable_groups(entry)
}

is_open(entry) if {
	"*" in entry.groups
	not rbac.has_namable_resources(entry)
}
