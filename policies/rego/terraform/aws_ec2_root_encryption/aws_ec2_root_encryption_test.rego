package terraform.aws_ec2_root_encryption_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-EC2-ROOT-ENCRYPTION", [testing.resource("aws_instance", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"root_block_device": {"encrypted": value}}) == set()
	}
}

test_denies_what_is_not if found({"root_block_device": {"encrypted": false}}) == {["aws_instance.it", "root_block_device/encrypted"]}

test_leaves_what_is_not_resolved if found({"root_block_device": {"encrypted": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"root_block_device": {"for_each": {"$unresolved": "var.x"}}}}) == set()
