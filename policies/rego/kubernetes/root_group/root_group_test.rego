package kubernetes.root_group_test

import data.kubernetes.testing

found(pod, container) := testing.found("K8S-ROOT-GROUP", [testing.pod({"securityContext": pod}, {"securityContext": container})])

test_allows_other_groups if {
	found({}, {}) == set()
	found({"runAsGroup": 1, "fsGroup": null, "supplementalGroups": [1]}, {"runAsGroup": 2}) == set()
}

test_denies_group_0 if {
	found({"runAsGroup": 0, "fsGroup": 0, "supplementalGroups": [5, 0]}, {"runAsGroup": 0}) == {
		["Pod/default/web", "spec/securityContext/fsGroup"],
		["Pod/default/web", "spec/securityContext/runAsGroup"],
		["Pod/default/web", "spec/securityContext/supplementalGroups"],
		["Pod/default/web/app", "spec/containers/app/securityContext/runAsGroup"],
	}
}
