# What rules about roles and bindings share. A role is judged by what it grants: a violation names the right, not the rule
# of the role that grants it, so that no other order of rules makes it another violation.
package kubernetes.rbac

import data.kubernetes.lib

roles := [role |
	some manifest in input.objects
	manifest.kind in {"ClusterRole", "Role"}
	role := {
		"object": manifest.id,
		"resource": manifest.id,
		"pod": [],
		"path": [],
		"entries": [entry |
			some index, rule in manifest.body.rules
			entry := {
				"index": index,
				"groups": names(rule, "apiGroups"),
				"resources": names(rule, "resources"),
				"verbs": names(rule, "verbs"),
				"is_named": count(names(rule, "resourceNames")) > 0,
			}
		],
	}
]

bindings := [binding |
	some manifest in input.objects
	manifest.kind in {"ClusterRoleBinding", "RoleBinding"}
	binding := {
		"object": manifest.id,
		"resource": manifest.id,
		"pod": [],
		"path": [],
		"body": manifest.body,
	}
]

names(rule, field) := {name | some name in rule[field]}

# A right of a role that is violated: fix paths start at the rules as a whole.
violation(rule, role, right, message) := lib.violation(rule, role, ["rules"], right, message)

# The rules of a role that grant a resource of a group, with one of these verbs, on every object of it.
granting(role, group, resource, verbs) := [entry.index |
	some entry in role.entries
	not entry.is_named
	resource in entry.resources
	count(entry.groups & {group, "*"}) > 0
	count(entry.verbs & verbs) > 0
]

# The same with any verb.
giving(role, group, resource) := [entry.index |
	some entry in role.entries
	not entry.is_named
	resource in entry.resources
	count(entry.groups & {group, "*"}) > 0
]

# Resources that have to be named in the place of a wildcard: what is commonly used of a group and no danger by itself.
namable := {
	"": ["configmaps", "persistentvolumeclaims", "pods", "services"],
	"apps": ["daemonsets", "deployments", "replicasets", "statefulsets"],
	"autoscaling": ["horizontalpodautoscalers"],
	"batch": ["cronjobs", "jobs"],
	"coordination.k8s.io": ["leases"],
	"discovery.k8s.io": ["endpointslices"],
	"networking.k8s.io": ["ingresses", "networkpolicies"],
	"policy": ["poddisruptionbudgets"],
}

namable_resources := {resource | some resources in namable; some resource in resources}

# Whether the wildcard of resources can be written as names.
has_namable_groups(entry) if {
	"*" in entry.resources
	count(entry.groups) > 0
	count(entry.groups - object.keys(namable)) == 0
}

# Whether the wildcard of groups can be written as names.
has_namable_resources(entry) if {
	"*" in entry.groups
	count(entry.resources) > 0
	count(entry.resources - namable_resources) == 0
}
