package terraform.aws_rds_encryption_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-RDS-ENCRYPTION", [testing.resource("aws_db_instance", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"storage_encrypted": value}) == set()
	}
}

test_denies_what_is_not if found({"storage_encrypted": false}) == {["aws_db_instance.it", "storage_encrypted"]}

test_leaves_what_is_not_resolved if found({"storage_encrypted": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
