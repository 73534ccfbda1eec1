package kubernetes.ssh_port_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-SSH-PORT"
}

test_passes_other_pods if found([testing.pod({}, {"ports": [{"containerPort": 8080}]})]) == set()

test_tells_of_it if found([testing.pod({}, {"ports": [{"containerPort": 22}]})]) == {"spec/containers/app/ports/22/TCP/containerPort"}
