package terraform.aws_kms_rotation_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-KMS-ROTATION", [testing.resource("aws_kms_key", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"enable_key_rotation": value}) == set()
	}
}

test_denies_what_is_not if found({"enable_key_rotation": false}) == {["aws_kms_key.it", "enable_key_rotation"]}

test_leaves_what_is_not_resolved if found({"enable_key_rotation": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
