# METADATA
# title: Role grants every resource of a group
# description: >-
#   A wildcard of resources grants those too that hold secrets or open a shell, and those that later versions bring. Name
#   the resources; as nobody says which of them are needed, at least the common ones that the message lists. Groups whose
#   resources are not known here are K8S-RBAC-WILDCARD-OPEN.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-RBAC-WILDCARD-RESOURCES
#   severity: high
#   kind: kubernetes
#   sets: [k8s-rbac]
#   aliases: [kube-linter/wildcard-in-rules, trivy/KSV-0045, checkov/CKV_K8S_49]
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
package kubernetes.rules.rbac_wildcard_resources

import data.kubernetes.rbac

violation contains rbac.violation("K8S-RBAC-WILDCARD-RESOURCES", role, ["resources"], message) if {
	some role in rbac.roles
	wild := [entry | some entry in role.entries; rbac.has_namable_groups(entry)]
	count(wild) > 0
	places := [entry.index | some entry in wild]
	names := {resource | some entry in wild; some group in entry.groups; some resource in rbac.namable[group]}
	listed := concat(", ", sort(names))
	message := $"rules {places} grant every resource of a group; name resources, at least {listed}"
}
