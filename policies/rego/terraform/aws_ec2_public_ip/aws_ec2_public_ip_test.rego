package terraform.aws_ec2_public_ip_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-EC2-PUBLIC-IP", [testing.resource("aws_instance", body)])

test_allows_what_is_safe if {
	every value in {false, null} {
		found({"associate_public_ip_address": value}) == set()
	}
}

test_denies_what_is_not if found({"associate_public_ip_address": true}) == {["aws_instance.it", "associate_public_ip_address"]}

test_leaves_what_is_not_resolved if found({"associate_public_ip_address": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
