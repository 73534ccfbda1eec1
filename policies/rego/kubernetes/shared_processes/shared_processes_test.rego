package kubernetes.shared_processes_test

import data.kubernetes.testing

found(value) := testing.found("K8S-SHARED-PROCESSES", [testing.pod({"shareProcessNamespace": value}, {})])

test_allows_processes_of_their_own if {
	found(null) == set()
	found(false) == set()
	testing.found("K8S-SHARED-PROCESSES", [testing.pod({}, {})]) == set()
}

test_denies_sharing if {
	found(true) == {["Pod/default/web", "spec/shareProcessNamespace"]}
	count(found("yes")) == 1
}
