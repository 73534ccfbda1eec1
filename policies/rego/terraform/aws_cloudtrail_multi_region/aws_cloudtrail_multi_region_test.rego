package terraform.aws_cloudtrail_multi_region_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-CLOUDTRAIL-MULTI-REGION", [testing.resource("aws_cloudtrail", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"is_multi_region_trail": value}) == set()
	}
}

test_denies_what_is_not if found({"is_multi_region_trail": false}) == {["aws_cloudtrail.it", "is_multi_region_trail"]}

test_leaves_what_is_not_resolved if found({"is_multi_region_trail": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
