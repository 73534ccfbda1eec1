package terraform.aws_rds_public_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-RDS-PUBLIC", [testing.resource("aws_db_instance", body)])

test_allows_what_is_safe if {
	every value in {false, null} {
		found({"publicly_accessible": value}) == set()
	}
}

test_denies_what_is_not if found({"publicly_accessible": true}) == {["aws_db_instance.it", "publicly_accessible"]}

test_leaves_what_is_not_resolved if found({"publicly_accessible": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
