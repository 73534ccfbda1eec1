package terraform.aws_ebs_encryption_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-EBS-ENCRYPTION", [testing.resource("aws_ebs_volume", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"encrypted": value}) == set()
	}
}

test_denies_what_is_not if found({"encrypted": false}) == {["aws_ebs_volume.it", "encrypted"]}

test_leaves_what_is_not_resolved if found({"encrypted": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
