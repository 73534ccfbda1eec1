package terraform.gcp_gke_legacy_abac_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-GKE-LEGACY-ABAC", [testing.resource("google_container_cluster", body)])

test_allows_what_is_safe if {
	every value in {false, null} {
		found({"enable_legacy_abac": value}) == set()
	}
}

test_denies_what_is_not if found({"enable_legacy_abac": true}) == {["google_container_cluster.it", "enable_legacy_abac"]}

test_leaves_what_is_not_resolved if found({"enable_legacy_abac": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
