package kubernetes.node_port_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-NODE-PORT"
}

service(type) := {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": {"type": type}}

test_passes_other_types if found([service("ClusterIP")]) == set()

test_tells_of_it if found([service("NodePort")]) == {"spec/type"}
