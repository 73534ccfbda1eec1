package kubernetes.host_port_test

import data.kubernetes.testing

found(ports) := testing.found("K8S-HOST-PORT", [testing.pod({}, {"ports": ports})])

test_allows_none_and_zero if {
	found([{"containerPort": 80}, {"containerPort": 81, "hostPort": 0}, {"containerPort": 82, "hostPort": null}]) == set()
	found(null) == set()
	testing.found("K8S-HOST-PORT", [testing.pod({}, {})]) == set()
}

test_denies_each_port_by_its_key if {
	found([
		{"containerPort": 53, "hostPort": 53, "protocol": "UDP"},
		{"containerPort": 53, "hostPort": 53},
		{"containerPort": 80},
	]) == {
		["Pod/default/web/app", "spec/containers/app/ports/53/UDP/hostPort"],
		["Pod/default/web/app", "spec/containers/app/ports/53/TCP/hostPort"],
	}
}

test_keeps_the_key_of_a_port_in_one_piece if {
	some violation in testing.violations("K8S-HOST-PORT", [testing.pod({}, {"ports": [{"containerPort": 80, "hostPort": 80}]})])

	violation.element == ["spec", "containers", "app", "ports", "80/TCP"]
}

test_denies_in_init_containers if {
	setup := {"name": "setup", "ports": [{"containerPort": 80, "hostPort": 8080}]}

	count(testing.found("K8S-HOST-PORT", [testing.pod({"initContainers": [setup]}, {})])) == 1
}

test_denies_what_is_no_number if count(found([{"containerPort": 80, "hostPort": "80"}])) == 1
