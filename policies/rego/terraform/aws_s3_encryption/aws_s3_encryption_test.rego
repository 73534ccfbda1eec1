package terraform.aws_s3_encryption_test

import data.terraform.testing

bucket := testing.named("aws_s3_bucket", "data", {"bucket": "orders"})

companion(binding, settings) := testing.named("aws_s3_bucket_server_side_encryption_configuration", "data", object.union({"bucket": binding}, settings))

found(objects) := testing.found("TF-AWS-S3-ENCRYPTION", objects)

reference := testing.reference("aws_s3_bucket.data", "id")

test_allows_a_bucket_with_its_companion if {
	found([bucket, companion(reference, {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms"}}})]) == set()
	found([bucket, companion("orders", {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms"}}})]) == set()
	found([bucket, companion({"$unresolved": "each.value"}, {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms"}}})]) == set()
}

test_denies_a_bucket_without if {
	found([bucket]) == {["aws_s3_bucket.data", ""]}
}

itself(settings) := testing.named("aws_s3_bucket", "data", {"bucket": "orders", "server_side_encryption_configuration": settings})

test_allows_a_bucket_that_says_it_itself if {
	found([itself({"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}}})]) == set()
}

test_denies_a_bucket_that_says_nothing_of_how if {
	found([itself({})]) == {["aws_s3_bucket.data", concat("/", data.terraform.rules.aws_s3_encryption.algorithm)]}
	found([itself({"rule": {}}), companion(reference, {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}}})]) == set()
}

test_denies_a_companion_of_another_bucket if {
	count(found([bucket, companion(testing.reference("aws_s3_bucket.other", "id"), {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms"}}})])) == 1
	count(found([bucket, companion(testing.reference("aws_s3_bucket.data", "arn"), {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "aws:kms"}}})])) == 1
}

test_denies_a_companion_that_does_not_do_it if {
	found([bucket, companion(reference, {})]) == {["aws_s3_bucket_server_side_encryption_configuration.data", "rule/apply_server_side_encryption_by_default/sse_algorithm"]}
	count(found([bucket, companion(reference, {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "no"}}})])) == 1
	count(found([bucket, companion(reference, {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": null}}})])) == 1
}

test_leaves_what_is_not_resolved if {
	found([bucket, companion(reference, {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": {"$unresolved": "var.x"}}}})]) == set()
}
