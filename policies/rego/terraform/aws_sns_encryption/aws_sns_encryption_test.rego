package terraform.aws_sns_encryption_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-SNS-ENCRYPTION", [testing.resource("aws_sns_topic", body)])

test_allows_a_key if {
	found({"kms_master_key_id": "alias/aws/sns"}) == set()
	found({"kms_master_key_id": {"$unresolved": "var.x"}}) == set()
}

test_denies_its_absence if found({}) == {["aws_sns_topic.it", "kms_master_key_id"]}
