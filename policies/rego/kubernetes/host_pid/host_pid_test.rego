package kubernetes.host_pid_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-HOST-PID", [testing.pod(spec, {})])

test_allows_false_null_and_absence if {
	found({"hostPID": false}) == set()
	found({"hostPID": null}) == set()
	found({}) == set()
}

test_denies_true if found({"hostPID": true}) == {["Pod/default/web", "spec/hostPID"]}

test_denies_what_is_no_boolean if found({"hostPID": "true"}) == {["Pod/default/web", "spec/hostPID"]}

test_denies_in_the_template_of_a_deployment if {
	deployment := testing.deployment({"hostPID": true}, {})

	testing.found("K8S-HOST-PID", [deployment]) == {["Deployment/shop/web", "spec/template/spec/hostPID"]}
}
