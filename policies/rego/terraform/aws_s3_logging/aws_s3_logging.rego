# METADATA
# title: Bucket without access log
# description: >-
#   Without an access log nobody can tell later who read or changed what. Send the log to another bucket of the
#   config; a bucket that receives logs needs none of its own.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_logging
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# custom:
#   id: TF-AWS-S3-LOGGING
#   severity: low
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0089, checkov/CKV_AWS_18]
#   fixes:
#     - {at: object, path: [target_bucket], allow: [{reference: aws_s3_bucket}]}
#     - {at: object, path: [logging, target_bucket], allow: [{reference: aws_s3_bucket}]}
#     - {at: object, path: [logging, target_prefix], allow: [{name: true}]}
#   companions:
#     - type: aws_s3_bucket_logging
#       bind: bucket
#       fields:
#         - {at: object, path: [target_bucket], allow: [{reference: aws_s3_bucket}]}
#         - {at: object, path: [target_prefix], allow: [{name: true}]}
package terraform.rules.aws_s3_logging

import data.terraform.lib

violation contains lib.violation("TF-AWS-S3-LOGGING", resource, [], [], message) if {
	some resource in lib.resources({"aws_s3_bucket"})
	not lib.has_companion(resource, "aws_s3_bucket_logging", "bucket")
	not resource.body.logging.target_bucket
	not resource.body.logging["$unresolved"]
	not receives_logs(resource)
	message := $"{resource.id} has no aws_s3_bucket_logging; add one whose target_bucket is another bucket of the config"
}

# A bucket that logs into itself logs its logging.
violation contains lib.violation("TF-AWS-S3-LOGGING", resource, [], ["target_bucket"], message) if {
	some resource in lib.resources({"aws_s3_bucket_logging"})
	resource.body.target_bucket["$of"] == resource.body.bucket["$of"]
	message := $"{resource.id} logs into the bucket itself; set target_bucket to another one"
}

# In the older form the bucket itself says where to.
violation contains lib.violation("TF-AWS-S3-LOGGING", resource, [], ["logging", "target_bucket"], message) if {
	some resource in lib.resources({"aws_s3_bucket"})
	resource.body.logging.target_bucket["$of"] == resource.id
	message := $"{resource.id} logs into itself; set logging.target_bucket to another bucket"
}

receives_logs(resource) if {
	some logging in lib.resources({"aws_s3_bucket_logging"})
	lib.is_bound(logging.body.target_bucket, resource, "bucket")
}

receives_logs(resource) if {
	some other in lib.resources({"aws_s3_bucket"})
	lib.is_bound(other.body.logging.target_bucket, resource, "bucket")
}

receives_logs(resource) if contains(resource.name, "log")
