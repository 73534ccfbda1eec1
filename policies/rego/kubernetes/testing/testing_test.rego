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

normalised(manifests) := {"objects": [resource |
	some manifest in manifests
	namespace := object.get(manifest, ["metadata", "namespace"], "default")
	id := $"{manifest.kind}/{namespace}/{manifest.metadata.name}"
	resource := {
		"id": id,
		"kind": manifest.kind,
		"api_version": manifest.apiVersion,
		"namespace": namespace,
		"name": manifest.metadata.name,
		"file": "manifest.yaml",
		"body": manifest,
		"pods": [normalised_pod(id, pod_path(manifest.kind), object.get(manifest, pod_path(manifest.kind), {}))],
	}
]}

pod_path("Pod") := []

pod_path("CronJob") := ["spec", "jobTemplate", "spec", "template"]

pod_path(kind) := ["spec", "template"] if not kind in {"Pod", "CronJob"}

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
