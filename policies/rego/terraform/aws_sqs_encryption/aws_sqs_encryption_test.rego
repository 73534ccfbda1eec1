package terraform.aws_sqs_encryption_test

import data.terraform.testing

found(body) := testing.found("TF-AWS-SQS-ENCRYPTION", [testing.resource("aws_sqs_queue", body)])

test_allows_encryption if {
	found({}) == set()
	found({"sqs_managed_sse_enabled": true}) == set()
	found({"sqs_managed_sse_enabled": false, "kms_master_key_id": "alias/aws/sqs"}) == set()
	found({"sqs_managed_sse_enabled": false, "kms_master_key_id": {"$unresolved": "aws_kms_key.a.id"}}) == set()
}

test_denies_its_absence if {
	found({"sqs_managed_sse_enabled": false}) == {["aws_sqs_queue.it", "sqs_managed_sse_enabled"]}
}
