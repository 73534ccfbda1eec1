package kubernetes.read_only_root_test

import data.kubernetes.testing

found(spec, context) := testing.found("K8S-READ-ONLY-ROOT", [testing.pod(spec, {"securityContext": context})])

test_allows_true if {
	found({}, {"readOnlyRootFilesystem": true}) == set()
	found({"os": {"name": "windows"}}, {}) == set()
}

test_denies_all_else if {
	every context in [null, {}, {"readOnlyRootFilesystem": null}, {"readOnlyRootFilesystem": false}, {"readOnlyRootFilesystem": "true"}] {
		found({}, context) == {["Pod/default/web/app", "spec/containers/app/securityContext/readOnlyRootFilesystem"]}
	}
}
