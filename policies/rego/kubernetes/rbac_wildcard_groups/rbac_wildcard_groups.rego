# METADATA
# title: Role grants a resource of every API group
# description: >-
#   A wildcard of groups grants the resource of that name in groups that do not exist yet. Name the group that the
#   resource belongs to. Resources whose group is not known here are K8S-RBAC-WILDCARD-OPEN.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-WILDCARD-GROUPS
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [trivy/KSV-0044]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_named:
#             resources:
#               "": [configmaps, persistentvolumeclaims, pods, services]
#               apps: [daemonsets, deployments, replicasets, statefulsets]
#               autoscaling: [horizontalpodautoscalers]
#               batch: [cronjobs, jobs]
#               coordination.k8s.io: [leases]
#               discovery.k8s.io: [endpointslices]
#               networking.k8s.io: [ingresses, networkpolicies]
#               policy: [poddisruptionbudgets]
package kubernetes.rules.rbac_wildcard_groups

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-WILDCARD-GROUPS", role, ["apiGroups"], message) if {
	some role in rbac.roles
	wild := [entry | some entry in role.entries; rbac.has_namable_resources(entry)]
	count(wild) > 0
	places := [entry.index | some entry in wild]
	groups := {group |
		some entry in wild
		some group, resources in rbac.namable
		count({resource | some resource in resources} & entry.resources) > 0
	}
	message := $"rules {places} grant resources of every API group; name the groups {sort(groups)}"
}
