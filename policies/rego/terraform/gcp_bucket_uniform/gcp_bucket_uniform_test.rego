package terraform.gcp_bucket_uniform_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-BUCKET-UNIFORM", [testing.resource("google_storage_bucket", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"uniform_bucket_level_access": value}) == set()
	}
}

test_denies_what_is_not if found({"uniform_bucket_level_access": false}) == {["google_storage_bucket.it", "uniform_bucket_level_access"]}

test_leaves_what_is_not_resolved if found({"uniform_bucket_level_access": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
