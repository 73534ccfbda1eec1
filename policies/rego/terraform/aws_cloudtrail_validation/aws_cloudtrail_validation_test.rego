package terraform.aws_cloudtrail_validation_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-CLOUDTRAIL-VALIDATION", [testing.resource("aws_cloudtrail", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"enable_log_file_validation": value}) == set()
	}
}

test_denies_what_is_not if found({"enable_log_file_validation": false}) == {["aws_cloudtrail.it", "enable_log_file_validation"]}

test_leaves_what_is_not_resolved if found({"enable_log_file_validation": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
