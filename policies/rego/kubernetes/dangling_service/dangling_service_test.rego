package kubernetes.dangling_service_test

import data.kubernetes.testing

found(manifests) := {concat("/", violation.path) |
	some violation in data.kubernetes.reported with input as testing.normalised(manifests)
	violation.rule == "K8S-DANGLING-SERVICE"
}

service(selector) := {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": {"selector": selector}}

labelled := object.union(testing.pod({}, {}), {"metadata": {"labels": {"app": "web"}}})

test_passes_one_that_finds_its_pods if {
	found([labelled, service({"app": "web"})]) == set()
	found([service({})]) == set()
}

test_tells_of_one_that_does_not if found([labelled, service({"app": "api"})]) == {"spec/selector"}
