package kubernetes.host_ipc_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-HOST-IPC", [testing.pod(spec, {})])

test_allows_false_null_and_absence if {
	found({"hostIPC": false}) == set()
	found({"hostIPC": null}) == set()
	found({}) == set()
}

test_denies_true if found({"hostIPC": true}) == {["Pod/default/web", "spec/hostIPC"]}

test_denies_what_is_no_boolean if found({"hostIPC": "true"}) == {["Pod/default/web", "spec/hostIPC"]}

test_denies_in_the_template_of_a_deployment if {
	deployment := testing.deployment({"hostIPC": true}, {})

	testing.found("K8S-HOST-IPC", [deployment]) == {["Deployment/shop/web", "spec/template/spec/hostIPC"]}
}
