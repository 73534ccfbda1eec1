package kubernetes.probe_host_test

import data.kubernetes.testing

found(container) := testing.found("K8S-PROBE-HOST", [testing.pod({}, container)])

test_allows_no_host_and_an_empty_one if {
	found({}) == set()
	found({"livenessProbe": null, "lifecycle": null}) == set()
	found({"livenessProbe": {"httpGet": {"port": 80, "host": ""}}}) == set()
	found({"livenessProbe": {"tcpSocket": {"port": 80, "host": null}}}) == set()
	found({"startupProbe": {"exec": {"command": ["true"]}}, "readinessProbe": {"grpc": {"port": 80}}}) == set()
}

test_denies_a_host_in_every_probe_and_hook if {
	call := {"httpGet": {"port": 80, "host": "x"}, "tcpSocket": {"port": 80, "host": "127.0.0.1"}}
	places := {"livenessProbe", "readinessProbe", "startupProbe", "lifecycle/postStart", "lifecycle/preStop"}

	found({
		"livenessProbe": call,
		"readinessProbe": call,
		"startupProbe": call,
		"lifecycle": {"postStart": call, "preStop": call},
	}) == {["Pod/default/web/app", $"spec/containers/app/{place}/{action}/host"] |
		some place in places
		some action in {"httpGet", "tcpSocket"}
	}
}

test_denies_in_init_containers if {
	setup := {"name": "setup", "startupProbe": {"httpGet": {"port": 80, "host": "x"}}}

	testing.found("K8S-PROBE-HOST", [testing.pod({"initContainers": [setup]}, {})]) == {[
		"Pod/default/web/setup",
		"spec/initContainers/setup/startupProbe/httpGet/host",
	]}
}

test_takes_the_call_as_the_element if {
	some violation in testing.violations("K8S-PROBE-HOST", [testing.pod({}, {"livenessProbe": {"httpGet": {"host": "x"}}})])

	violation.element == ["spec", "containers", "app", "livenessProbe", "httpGet"]
	violation.message == "Container app makes its node call the host x in livenessProbe.httpGet; remove host"
}
