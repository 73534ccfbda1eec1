package terraform.aws_s3_versioning_test

import data.terraform.testing

bucket := testing.named("aws_s3_bucket", "data", {"bucket": "orders"})

companion(binding, settings) := testing.named("aws_s3_bucket_versioning", "data", object.union({"bucket": binding}, settings))

found(objects) := testing.found("TF-AWS-S3-VERSIONING", objects)

reference := testing.reference("aws_s3_bucket.data", "id")

test_allows_a_bucket_with_its_companion if {
	found([bucket, companion(reference, {"versioning_configuration": {"status": "Enabled"}})]) == set()
	found([bucket, companion("orders", {"versioning_configuration": {"status": "Enabled"}})]) == set()
	found([bucket, companion({"$unresolved": "each.value"}, {"versioning_configuration": {"status": "Enabled"}})]) == set()
}

test_denies_a_bucket_without if {
	found([bucket]) == {["aws_s3_bucket.data", ""]}
}

itself(settings) := testing.named("aws_s3_bucket", "data", {"bucket": "orders", "versioning": settings})

test_allows_a_bucket_that_says_it_itself if {
	found([itself({"enabled": true})]) == set()
	found([itself({"enabled": {"$unresolved": "var.x"}})]) == set()
	found([itself({"enabled": false}), companion(reference, {"versioning_configuration": {"status": "Enabled"}})]) == set()
}

test_denies_a_bucket_that_says_it_is_off if {
	found([itself({"enabled": false})]) == {["aws_s3_bucket.data", "versioning/enabled"]}
	found([itself({})]) == {["aws_s3_bucket.data", "versioning/enabled"]}
}

test_denies_a_companion_of_another_bucket if {
	count(found([bucket, companion(testing.reference("aws_s3_bucket.other", "id"), {"versioning_configuration": {"status": "Enabled"}})])) == 1
	count(found([bucket, companion(testing.reference("aws_s3_bucket.data", "arn"), {"versioning_configuration": {"status": "Enabled"}})])) == 1
}

test_denies_a_companion_that_does_not_do_it if {
	found([bucket, companion(reference, {})]) == {["aws_s3_bucket_versioning.data", "versioning_configuration/status"]}
	count(found([bucket, companion(reference, {"versioning_configuration": {"status": "no"}})])) == 1
	count(found([bucket, companion(reference, {"versioning_configuration": {"status": null}})])) == 1
}

test_leaves_what_is_not_resolved if {
	found([bucket, companion(reference, {"versioning_configuration": {"status": {"$unresolved": "var.x"}}})]) == set()
}
