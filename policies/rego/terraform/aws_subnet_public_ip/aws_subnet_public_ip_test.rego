package terraform.aws_subnet_public_ip_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-SUBNET-PUBLIC-IP", [testing.resource("aws_subnet", body)])

test_allows_what_is_safe if {
	every value in {false, null} {
		found({"map_public_ip_on_launch": value}) == set()
	}
}

test_denies_what_is_not if found({"map_public_ip_on_launch": true}) == {["aws_subnet.it", "map_public_ip_on_launch"]}

test_leaves_what_is_not_resolved if found({"map_public_ip_on_launch": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
