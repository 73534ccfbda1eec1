package terraform.aws_s3_public_access_test

import data.terraform.testing

bucket := testing.named("aws_s3_bucket", "data", {"bucket": "orders"})

full := {
	"bucket": testing.reference("aws_s3_bucket.data", "id"),
	"block_public_acls": true,
	"block_public_policy": true,
	"ignore_public_acls": true,
	"restrict_public_buckets": true,
}

found(objects) := testing.found("TF-AWS-S3-PUBLIC-ACCESS", objects)

companion(body) := testing.named("aws_s3_bucket_public_access_block", "data", body)

test_allows_a_full_block if {
	found([bucket, companion(full)]) == set()
	found([bucket, companion(object.union(full, {"bucket": "orders"}))]) == set()
}

test_denies_a_bucket_without if found([bucket]) == {["aws_s3_bucket.data", ""]}

test_denies_each_setting if {
	every setting in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"] {
		found([bucket, companion(object.union(full, {setting: false}))]) == {["aws_s3_bucket_public_access_block.data", setting]}
		found([bucket, companion(object.remove(full, [setting]))]) == {["aws_s3_bucket_public_access_block.data", setting]}
		found([bucket, companion(object.union(full, {setting: {"$unresolved": "var.x"}}))]) == set()
	}
}
