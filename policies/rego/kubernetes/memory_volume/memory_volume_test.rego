package kubernetes.memory_volume_test

import data.kubernetes.testing

found(volume) := testing.found("K8S-MEMORY-VOLUME", [testing.pod({"volumes": [object.union({"name": "a"}, volume)]}, {})])

test_allows_a_limit_and_other_volumes if {
	found({"emptyDir": {"medium": "Memory", "sizeLimit": "64Mi"}}) == set()
	found({"emptyDir": {}}) == set()
	found({"secret": {"secretName": "a"}}) == set()
}

test_denies_none if {
	found({"emptyDir": {"medium": "Memory"}}) == {["Pod/default/web", "spec/volumes/a/emptyDir/sizeLimit"]}
	count(found({"emptyDir": {"medium": "Memory", "sizeLimit": null}})) == 1
}
