package terraform.gcp_bucket_public_test

import data.terraform.testing

found(body) := testing.found("TF-GCP-BUCKET-PUBLIC", [testing.resource("google_storage_bucket", body)])

test_allows_what_is_safe if {
	every value in {"enforced"} {
		found({"public_access_prevention": value}) == set()
	}
}

test_denies_what_is_not if found({"public_access_prevention": "inherited"}) == {["google_storage_bucket.it", "public_access_prevention"]}

test_leaves_what_is_not_resolved if found({"public_access_prevention": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
