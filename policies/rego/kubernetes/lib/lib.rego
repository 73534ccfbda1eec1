# What rules share: the places where a setting can be wrong, and the record of a violation.
#
# A place is {"object", "resource", "pod", "path", "label", "spec", "pod_spec"}: ids and paths as a violation reports
# them, a name for messages, and the trees to look at. Places are arrays, made once an evaluation: as sets, whole
# manifests would be hashed.
package kubernetes.lib

pods := [place |
	some resource in input.objects
	some pod in resource.pods
	place := {
		"object": resource.id,
		"resource": resource.id,
		"namespace": resource.namespace,
		"replicas": object.get(resource, ["body", "spec", "replicas"], 1),
		"pod": pod.path,
		"path": pod.path,
		"label": "The pod",
		"metadata": pod.metadata,
		"spec": pod.spec,
		"pod_spec": pod.spec,
	}
]

# Containers of all three lists.
containers := [place |
	some resource in input.objects
	some pod in resource.pods
	some container in pod.containers
	place := {
		"object": container.id,
		"resource": resource.id,
		"pod": pod.path,
		"path": container.path,
		"list": container.list,
		"label": $"Container {container.name}",
		"spec": container.spec,
		"pod_spec": pod.spec,
	}
]

# Security contexts that are there, of pods and of containers: the place's path leads to its context.
security_contexts := array.concat(
	[place |
		some pod in pods
		place := object.union(pod, {
			"path": array.concat(pod.path, ["spec", "securityContext"]),
			"context": pod.spec.securityContext,
		})
	],
	[place |
		some container in containers
		place := object.union(container, {
			"path": array.concat(container.path, ["securityContext"]),
			"context": container.spec.securityContext,
		})
	],
)

# An object as a place, for what is wrong outside of pods.
whole(manifest) := {"object": manifest.id, "resource": manifest.id, "pod": [], "path": []}

# Ephemeral containers cannot have resources of their own.
has_resources(container) if container.list != "ephemeralContainers"

# An amount in the container, or for the pod as a whole.
sets(container, kind, resource) if container.spec.resources[kind][resource] != null

sets(container, kind, resource) if container.pod_spec.resources[kind][resource] != null

# The record of a violation.
#
# element: keys from the place to the violated element, where fix paths start
# field: keys from the element to what is wrong or missing
violation(rule, place, element, field, message) := {
	"rule": rule,
	"object": place.object,
	"resource": place.resource,
	"pod": place.pod,
	"element": array.concat(place.path, element),
	"path": array.concat(place.path, array.concat(element, field)),
	"message": message,
}

# A list that is not keyed has numbers for keys; paths are text.
text(key) := $"{key}"

# Settings that only Linux knows are not asked of a pod that says that it is for Windows.
is_windows(place) if place.pod_spec.os.name == "windows"

# In a user namespace, root of the container is nobody on the host.
in_user_namespace(place) if place.pod_spec.hostUsers == false

# Types of seccomp profiles that confine.
seccomp_types := {"RuntimeDefault", "Localhost"}

# A list as it should be; what is no list counts as its only element, so that it cannot hide.
elements(value) := value if {
	is_array(value)
} else := [] if {
	value == null
} else := [value]

# Where a container lists the capabilities that it adds.
added_capabilities := ["securityContext", "capabilities", "add"]

# Those that container runtimes grant unasked and that the baseline standard lets a container add.
default_capabilities := {
	"AUDIT_WRITE",
	"CHOWN",
	"DAC_OVERRIDE",
	"FOWNER",
	"FSETID",
	"KILL",
	"MKNOD",
	"NET_BIND_SERVICE",
	"SETFCAP",
	"SETGID",
	"SETPCAP",
	"SETUID",
	"SYS_CHROOT",
}
