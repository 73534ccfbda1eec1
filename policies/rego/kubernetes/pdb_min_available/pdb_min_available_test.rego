package kubernetes.pdb_min_available_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-PDB-MIN-AVAILABLE", [{"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "a"}, "spec": spec}])

test_allows_less if {
	every value in [null, 1, "75%"] {
		found({"minAvailable": value}) == set()
	}
}

test_denies_all if found({"minAvailable": "100%"}) == {["PodDisruptionBudget/default/a", "spec/minAvailable"]}
