package kubernetes.host_path_test

import data.kubernetes.testing

found(volumes) := testing.found("K8S-HOST-PATH", [testing.pod({"volumes": volumes}, {})])

test_allows_other_volumes if {
	found([]) == set()
	found(null) == set()
	found([{"name": "a", "emptyDir": {}}, {"name": "b", "hostPath": null}, {"name": "c", "nfs": {"server": "x", "path": "/"}}]) == set()
	testing.found("K8S-HOST-PATH", [testing.pod({}, {})]) == set()
}

test_denies_each_volume_by_its_name if {
	found([{"name": "a", "hostPath": {"path": "/etc"}}, {"name": "b", "emptyDir": {}}, {"name": "c", "hostPath": {"path": "/"}}]) == {
		["Pod/default/web", "spec/volumes/a/hostPath"],
		["Pod/default/web", "spec/volumes/c/hostPath"],
	}
}

test_denies_in_a_list_that_is_not_keyed if {
	found([{"name": "a", "hostPath": {}}, {"name": "a", "hostPath": {}}]) == {
		["Pod/default/web", "spec/volumes/0/hostPath"],
		["Pod/default/web", "spec/volumes/1/hostPath"],
	}
}

test_denies_a_path_of_any_type if found([{"name": "a", "hostPath": "/etc"}]) == {["Pod/default/web", "spec/volumes/a/hostPath"]}

test_takes_the_volume_as_the_element if {
	deployment := testing.deployment({"volumes": [{"name": "a", "hostPath": {"path": "/etc"}}]}, {})
	some violation in testing.violations("K8S-HOST-PATH", [deployment])

	violation.element == ["spec", "template", "spec", "volumes", "a"]
	violation.pod == ["spec", "template"]
	violation.message == "Volume a is the path /etc of the node; use an emptyDir, or remove it with its mounts"
}
