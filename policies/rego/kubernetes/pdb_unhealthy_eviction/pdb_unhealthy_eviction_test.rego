package kubernetes.pdb_unhealthy_eviction_test

import data.kubernetes.testing

found(spec) := testing.found("K8S-PDB-UNHEALTHY-EVICTION", [{"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "a"}, "spec": spec}])

test_allows_always if found({"unhealthyPodEvictionPolicy": "AlwaysAllow"}) == set()

test_denies_all_else if {
	every spec in [{}, {"unhealthyPodEvictionPolicy": null}, {"unhealthyPodEvictionPolicy": "IfHealthyBudget"}] {
		found(spec) == {["PodDisruptionBudget/default/a", "spec/unhealthyPodEvictionPolicy"]}
	}
}
