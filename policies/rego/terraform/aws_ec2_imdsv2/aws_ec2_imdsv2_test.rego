package terraform.aws_ec2_imdsv2_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-EC2-IMDSV2", [testing.resource("aws_instance", body)])

test_allows_what_is_safe if {
	every value in {"required"} {
		found({"metadata_options": {"http_tokens": value}}) == set()
	}
}

test_denies_what_is_not if found({"metadata_options": {"http_tokens": "none"}}) == {["aws_instance.it", "metadata_options/http_tokens"]}

test_leaves_what_is_not_resolved if found({"metadata_options": {"http_tokens": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"metadata_options": {"for_each": {"$unresolved": "var.x"}}}}) == set()
