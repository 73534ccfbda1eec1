package kubernetes.memory_limit_test

import data.kubernetes.testing

found(spec, container) := testing.found("K8S-MEMORY-LIMIT", [testing.pod(spec, container)])

test_allows_what_is_set if {
	found({}, {"resources": {"limits": {"memory": "1"}}}) == set()
	found({"resources": {"limits": {"memory": 1}}}, {}) == set()
}

test_denies_what_is_missing if {
	every resources in [null, {}, {"limits": null}, {"limits": {"memory": null}}, {"limits": {"disk": 1}}] {
		found({}, {"resources": resources}) == {["Pod/default/web/app", "spec/containers/app/resources/limits/memory"]}
	}
	count(found({}, {})) == 1
	count(found({}, {"resources": {"requests": {"memory": "1"}}})) == 1
}

test_denies_an_init_container_and_not_an_ephemeral_one if {
	found({"containers": [], "initContainers": [{"name": "a"}], "ephemeralContainers": [{"name": "b"}]}, {}) == {[
		"Pod/default/web/a",
		"spec/initContainers/a/resources/limits/memory",
	]}
}
