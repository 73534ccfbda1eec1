package terraform.aws_eks_public_endpoint_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-EKS-PUBLIC-ENDPOINT", [testing.resource("aws_eks_cluster", body)])

test_allows_what_is_safe if {
	every value in {false} {
		found({"vpc_config": {"endpoint_public_access": value}}) == set()
	}
}

test_denies_what_is_not if found({"vpc_config": {"endpoint_public_access": true}}) == {["aws_eks_cluster.it", "vpc_config/endpoint_public_access"]}

test_leaves_what_is_not_resolved if found({"vpc_config": {"endpoint_public_access": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"vpc_config": {"for_each": {"$unresolved": "var.x"}}}}) == set()
