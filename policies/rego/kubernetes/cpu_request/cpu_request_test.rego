package kubernetes.cpu_request_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-CPU-REQUEST", [testing.pod(spec, container)])

test_allows_what_is_set if {
	found({}, {"resources": {"requests": {"cpu": "1"}}}) == set()
	found({"resources": {"requests": {"cpu": 1}}}, {}) == set()
}

test_denies_what_is_missing if {
	every resources in [null, {}, {"requests": null}, {"requests": {"cpu": null}}, {"requests": {"disk": 1}}] {
		found({}, {"resources": resources}) == {["Pod/default/web/app", "spec/containers/app/resources/requests/cpu"]}
	}
	count(found({}, {})) == 1
	count(found({}, {"resources": {"limits": {"cpu": "1"}}})) == 1
}

test_denies_an_init_container_and_not_an_ephemeral_one if {
	found({"containers": [], "initContainers": [{"name": "a"}], "ephemeralContainers": [{"name": "b"}]}, {}) == {[
		"Pod/default/web/a",
		"spec/initContainers/a/resources/requests/cpu",
	]}
}
