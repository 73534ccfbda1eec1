# Helpers of tests: manifests as people write them, turned into what rules read. The server does the same in Java for
# every list that Kubernetes keys; here are those that rules look into.
package kubernetes.testing

# Violations of the rule of an id in these manifests.
violations(rule, manifests) := {violation |
	some violation in data.kubernetes.violations with input as normalised(manifests)
	violation.rule == rule
}

# The objects and keyed paths of the violations of a rule, a path written with slashes.
found(rule, manifests) := {[violation.object, concat("/", violation.path)] |
	some violation in violations(rule, manifests)
}

# A pod of one container, with these fields of the pod's spec and of the container.
pod(spec, container) := {
	"apiVersion": "v1",
	"kind": "Pod",
	"metadata": {"name": "web"},
	"spec": object.union({"containers": [object.union({"name": "app"}, container)]}, spec),
}

# A deployment of one container, likewise.
deployment(spec, container) := {
	"apiVersion": "apps/v1",
	"kind": "Deployment",
	"metadata": {"name": "web", "namespace": "shop"},
	"spec": {"template": {"spec": pod(spec, container).spec}},
}

# A cluster role with these rules.
role(rules) := {
	"apiVersion": "rbac.authorization.k8s.io/v1",
	"kind": "ClusterRole",
	"metadata": {"name": "operator"},
	"rules": rules,
}

# A binding of a role to these subjects.
binding(role, subjects) := {
	"apiVersion": "rbac.authorization.k8s.io/v1",
	"kind": "ClusterRoleBinding",
	"metadata": {"name": "operators"},
	"roleRef": role,
	"subjects": subjects,
}

# The manifests of a document: a list's items, or the one that it is.
documents(document) := document.items if document.kind == "List"

documents(document) := [document] if document.kind != "List"

# Kinds that belong to no namespace, as far as tests have them.
of_the_cluster := {
	"ClusterRole",
	"ClusterRoleBinding",
	"Namespace",
	"ValidatingWebhookConfiguration",
}

namespace_of(manifest) := "-" if {
	manifest.kind in of_the_cluster
} else := object.get(manifest, ["metadata", "namespace"], "default")

# Kinds with the path of their pod.
pod_paths := {
	"Pod": [],
	"CronJob": ["spec", "jobTemplate", "spec", "template"],
	"DaemonSet": ["spec", "template"],
	"Deployment": ["spec", "template"],
	"Job": ["spec", "template"],
	"StatefulSet": ["spec", "template"],
}

normalised(manifests) := {"objects": [resource |
	some manifest in manifests
	namespace := namespace_of(manifest)
	id := $"{manifest.kind}/{namespace}/{manifest.metadata.name}"
	resource := {
		"id": id,
		"kind": manifest.kind,
		"api_version": manifest.apiVersion,
		"namespace": namespace,
		"name": manifest.metadata.name,
		"file": "manifest.yaml",
		"body": keyed_body(manifest),
		"pods": [normalised_pod(id, path, object.get(manifest, path, {})) | path := pod_paths[manifest.kind]],
	}
]}

normalised_pod(id, path, template) := {
	"path": path,
	"metadata": object.get(template, "metadata", {}),
	"spec": keyed_spec(object.get(template, "spec", {})),
	"containers": [container |
		some list in ["containers", "initContainers", "ephemeralContainers"]
		some spec in object.get(template, ["spec", list], [])
		container := {
			"id": $"{id}/{spec.name}",
			"list": list,
			"name": spec.name,
			"path": array.concat(path, ["spec", list, spec.name]),
			"spec": keyed_container(spec),
		}
	],
}

keyed_spec(spec) := object.union_n([spec, keyed_volumes(spec), keyed_sysctls(spec)])

default keyed_volumes(_) := {}

keyed_volumes(spec) := {"volumes": keyed(spec.volumes)}

default keyed_sysctls(_) := {}

keyed_sysctls(spec) := {"securityContext": {"sysctls": keyed(spec.securityContext.sysctls)}}

default keyed_container(_) := {}

keyed_container(container) := object.union(container, {"ports": keyed_ports(container.ports)}) if {
	is_array(container.ports)
} else := container

keyed_ports(ports) := {$"{port.containerPort}/{protocol}": port |
	some port in ports
	protocol := object.get(port, "protocol", "TCP")
}

# Lists of named things are keyed where the names are there and differ.
keyed(list) := {element.name: element | some element in list} if {
	count({element.name | some element in list}) == count(list)
} else := list

keyed_body(manifest) := object.union(manifest, {"subjects": keyed_subjects(manifest.subjects)}) if {
	is_array(manifest.subjects)
} else := object.union(manifest, {"webhooks": keyed(manifest.webhooks)}) if {
	is_array(manifest.webhooks)
} else := manifest

keyed_subjects(subjects) := {key: subject |
	some subject in subjects
	key := concat("/", [object.get(subject, field, "") | some field in ["kind", "namespace", "name"]])
}
