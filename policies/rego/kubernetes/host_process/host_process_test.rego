package kubernetes.host_process_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-HOST-PROCESS", [testing.pod(spec, container)])

context(value) := {"securityContext": {"windowsOptions": {"hostProcess": value}}}

test_allows_false_null_and_absence if {
	found(context(false), context(null)) == set()
	found({"securityContext": {"windowsOptions": null}}, {"securityContext": null}) == set()
	found({}, {}) == set()
}

test_denies_true_in_pod_and_container if {
	found(context(true), {}) == {["Pod/default/web", "spec/securityContext/windowsOptions/hostProcess"]}
	found({}, context(true)) == {["Pod/default/web/app", "spec/containers/app/securityContext/windowsOptions/hostProcess"]}
}

test_denies_a_pod_whose_containers_differ if count(found(context(true), context(false))) == 1
