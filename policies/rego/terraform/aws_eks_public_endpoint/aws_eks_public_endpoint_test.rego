package terraform.aws_eks_public_endpoint_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-EKS-PUBLIC-ENDPOINT", [testing.resource("aws_eks_cluster", body)])

test_allows_the_private_endpoint_alone if found({"vpc_config": {"endpoint_public_access": false, "endpoint_private_access": true}}) == set()

test_denies_a_cluster_without_an_endpoint if {
	every private in [{}, {"endpoint_private_access": false}, {"endpoint_private_access": null}] {
		found({"vpc_config": object.union({"endpoint_public_access": false}, private)}) == {["aws_eks_cluster.it", "vpc_config/endpoint_private_access"]}
	}
}

test_leaves_a_private_endpoint_that_is_not_resolved if {
	found({"vpc_config": {"endpoint_public_access": false, "endpoint_private_access": {"$unresolved": "var.x"}}}) == set()
}

test_denies_what_is_not if found({"vpc_config": {"endpoint_public_access": true}}) == {["aws_eks_cluster.it", "vpc_config/endpoint_public_access"]}

test_leaves_what_is_not_resolved if found({"vpc_config": {"endpoint_public_access": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"vpc_config": {"for_each": {"$unresolved": "var.x"}}}}) == set()
