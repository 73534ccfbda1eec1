package terraform.aws_elasticache_at_rest_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-ELASTICACHE-AT-REST", [testing.resource("aws_elasticache_replication_group", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"at_rest_encryption_enabled": value}) == set()
	}
}

test_denies_what_is_not if found({"at_rest_encryption_enabled": false}) == {["aws_elasticache_replication_group.it", "at_rest_encryption_enabled"]}

test_leaves_what_is_not_resolved if found({"at_rest_encryption_enabled": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
