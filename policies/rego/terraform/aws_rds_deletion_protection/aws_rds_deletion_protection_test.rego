package terraform.aws_rds_deletion_protection_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-RDS-DELETION-PROTECTION", [testing.resource("aws_db_instance", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"deletion_protection": value}) == set()
	}
}

test_denies_what_is_not if found({"deletion_protection": false}) == {["aws_db_instance.it", "deletion_protection"]}

test_leaves_what_is_not_resolved if found({"deletion_protection": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
