# METADATA
# title: Bucket without a full block of public access
# description: >-
#   One access control list or policy written by mistake opens a bucket to everybody. Give the bucket a public
#   access block with all four settings true.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   id: TF-AWS-S3-PUBLIC-ACCESS
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0086, trivy/AVD-AWS-0087, trivy/AVD-AWS-0091, trivy/AVD-AWS-0093, trivy/AVD-AWS-0094, checkov/CKV2_AWS_6, checkov/CKV_AWS_53, checkov/CKV_AWS_54, checkov/CKV_AWS_55, checkov/CKV_AWS_56, checkov/CKV2_AWS_6]
#   fixes:
#     - {at: object, path: [block_public_acls], allow: [{exact: true}]}
#     - {at: object, path: [block_public_policy], allow: [{exact: true}]}
#     - {at: object, path: [ignore_public_acls], allow: [{exact: true}]}
#     - {at: object, path: [restrict_public_buckets], allow: [{exact: true}]}
#   companions:
#     - type: aws_s3_bucket_public_access_block
#       bind: bucket
#       fields:
#         - {at: object, path: [block_public_acls], allow: [{exact: true}]}
#         - {at: object, path: [block_public_policy], allow: [{exact: true}]}
#         - {at: object, path: [ignore_public_acls], allow: [{exact: true}]}
#         - {at: object, path: [restrict_public_buckets], allow: [{exact: true}]}
package terraform.rules.aws_s3_public_access

import data.terraform.lib

settings := ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

violation contains lib.violation("TF-AWS-S3-PUBLIC-ACCESS", resource, [], [], message) if {
	some resource in lib.resources({"aws_s3_bucket"})
	not lib.has_companion(resource, "aws_s3_bucket_public_access_block", "bucket")
	message := $"{resource.id} has no aws_s3_bucket_public_access_block; add one with all four settings true"
}

violation contains lib.violation("TF-AWS-S3-PUBLIC-ACCESS", resource, [], [setting], message) if {
	some resource in lib.resources({"aws_s3_bucket_public_access_block"})
	some setting in settings
	value := lib.setting(resource, [setting], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has {setting} {lib.shown(value)}; set it to true"
}
