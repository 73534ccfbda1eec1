# METADATA
# title: Role may create pods
# description: >-
#   Who creates pods runs any image with any service account of the namespace and mounts its secrets. Let a workload such
#   as a deployment make them, and take the verb create away from pods; all else stays granted, in rules of their own
#   where need be.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-CREATE-PODS
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [kube-linter/access-to-create-pods]
#   fixes:
#     - at: object
#       path: [rules]
#       allow:
#         - grants_without: {groups: [""], resources: [pods], verbs: [create]}
#         - grants_named:
#             verbs: [get, list, watch, create, update, patch, delete]
#             resources:
#               "": [configmaps, persistentvolumeclaims, pods, services]
#               apps: [daemonsets, deployments, replicasets, statefulsets]
#               autoscaling: [horizontalpodautoscalers]
#               batch: [cronjobs, jobs]
#               coordination.k8s.io: [leases]
#               discovery.k8s.io: [endpointslices]
#               networking.k8s.io: [ingresses, networkpolicies]
#               policy: [poddisruptionbudgets]
package kubernetes.rules.rbac_create_pods

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-CREATE-PODS", role, ["pods"], message) if {
	some role in rbac.roles
	named := rbac.granting(role, "", "pods", {"create", "*"})
	wild := [entry.index |
		some entry in role.entries
		not entry.is_named
		rbac.has_namable_groups(entry)
		"" in entry.groups
		count(entry.verbs & {"create", "*"}) > 0
	]
	places := array.concat(named, wild)
	count(places) > 0
	message := $"rules {places} let pods be created; take create away from pods and keep everything else"
}
