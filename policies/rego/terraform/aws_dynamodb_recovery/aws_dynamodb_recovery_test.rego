package terraform.aws_dynamodb_recovery_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-DYNAMODB-RECOVERY", [testing.resource("aws_dynamodb_table", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"point_in_time_recovery": {"enabled": value}}) == set()
	}
}

test_denies_what_is_not if found({"point_in_time_recovery": {"enabled": false}}) == {["aws_dynamodb_table.it", "point_in_time_recovery/enabled"]}

test_leaves_what_is_not_resolved if found({"point_in_time_recovery": {"enabled": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"point_in_time_recovery": {"for_each": {"$unresolved": "var.x"}}}}) == set()
