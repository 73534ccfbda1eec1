package terraform.aws_rds_iam_authentication_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-RDS-IAM-AUTHENTICATION", [testing.resource("aws_db_instance", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"iam_database_authentication_enabled": value}) == set()
	}
}

test_denies_what_is_not if found({"iam_database_authentication_enabled": false}) == {["aws_db_instance.it", "iam_database_authentication_enabled"]}

test_leaves_what_is_not_resolved if found({"iam_database_authentication_enabled": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
