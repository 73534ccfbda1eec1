package terraform.aws_ecr_scan_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-ECR-SCAN", [testing.resource("aws_ecr_repository", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"image_scanning_configuration": {"scan_on_push": value}}) == set()
	}
}

test_denies_what_is_not if found({"image_scanning_configuration": {"scan_on_push": false}}) == {["aws_ecr_repository.it", "image_scanning_configuration/scan_on_push"]}

test_leaves_what_is_not_resolved if found({"image_scanning_configuration": {"scan_on_push": {"$unresolved": "var.x"}}}) == set()

test_denies_the_default if count(found({})) == 1

test_leaves_blocks_that_are_not_resolved if found({"dynamic": {"image_scanning_configuration": {"for_each": {"$unresolved": "var.x"}}}}) == set()
