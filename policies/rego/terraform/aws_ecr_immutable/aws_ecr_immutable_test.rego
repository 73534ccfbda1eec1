package terraform.aws_ecr_immutable_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-ECR-IMMUTABLE", [testing.resource("aws_ecr_repository", body)])

test_allows_what_is_safe if {
	every value in {"IMMUTABLE"} {
		found({"image_tag_mutability": value}) == set()
	}
}

test_denies_what_is_not if found({"image_tag_mutability": "none"}) == {["aws_ecr_repository.it", "image_tag_mutability"]}

test_leaves_what_is_not_resolved if found({"image_tag_mutability": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
