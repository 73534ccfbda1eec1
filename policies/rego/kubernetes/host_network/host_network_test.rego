package kubernetes.host_network_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-HOST-NETWORK", [testing.pod(spec, {})])

test_allows_false_null_and_absence if {
	found({"hostNetwork": false}) == set()
	found({"hostNetwork": null}) == set()
	found({}) == set()
}

test_denies_true if found({"hostNetwork": true}) == {["Pod/default/web", "spec/hostNetwork"]}

test_denies_what_is_no_boolean if found({"hostNetwork": "true"}) == {["Pod/default/web", "spec/hostNetwork"]}

test_denies_in_the_template_of_a_deployment if {
	deployment := testing.deployment({"hostNetwork": true}, {})

	testing.found("K8S-HOST-NETWORK", [deployment]) == {["Deployment/shop/web", "spec/template/spec/hostNetwork"]}
}
