package terraform.aws_s3_public_acl_test

import data.terraform.testing

found(type, acl) := testing.found("TF-AWS-S3-PUBLIC-ACL", [testing.resource(type, {"acl": acl})])

test_allows_private if {
	found("aws_s3_bucket", "private") == set()
	found("aws_s3_bucket_acl", {"$unresolved": "var.x"}) == set()
}

test_denies_what_is_public if {
	found("aws_s3_bucket_acl", "public-read") == {["aws_s3_bucket_acl.it", "acl"]}
	count(found("aws_s3_bucket", "public-read-write")) == 1
	count(found("aws_s3_bucket", "authenticated-read")) == 1
}
