package kubernetes.pdb_max_unavailable_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-PDB-MAX-UNAVAILABLE", [{"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "a"}, "spec": spec}])

test_allows_some if {
	every value in [null, 1, "25%"] {
		found({"maxUnavailable": value}) == set()
	}
	found({"minAvailable": 0}) == set()
}

test_denies_none if {
	found({"maxUnavailable": 0}) == {["PodDisruptionBudget/default/a", "spec/maxUnavailable"]}
	count(found({"maxUnavailable": "0%"})) == 1
}
