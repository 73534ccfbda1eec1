# METADATA
# title: Bucket without stated encryption
# description: >-
#   A bucket whose encryption is stated keeps it whatever the account's defaults are. Give the bucket a server side
#   encryption configuration.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_server_side_encryption_configuration
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# custom:
#   id: TF-AWS-S3-ENCRYPTION
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0088, checkov/CKV_AWS_19]
#   fixes:
#     - {at: object, path: [rule, apply_server_side_encryption_by_default, sse_algorithm], allow: [{one_of: ["aws:kms", "AES256", "aws:kms:dsse"]}]}
#     - {at: object, path: [rule, apply_server_side_encryption_by_default, kms_master_key_id], allow: [{reference: aws_kms_key}]}
#     - {at: object, path: [server_side_encryption_configuration, rule, apply_server_side_encryption_by_default, sse_algorithm], allow: [{one_of: ["aws:kms", "AES256", "aws:kms:dsse"]}]}
#   companions:
#     - type: aws_s3_bucket_server_side_encryption_configuration
#       bind: bucket
#       fields:
#         - {at: object, path: [rule, apply_server_side_encryption_by_default, sse_algorithm], allow: [{one_of: ["aws:kms", "AES256", "aws:kms:dsse"]}]}
#         - {at: object, path: [rule, apply_server_side_encryption_by_default, kms_master_key_id], allow: [{reference: aws_kms_key}]}
#         - {at: object, path: [rule, bucket_key_enabled], allow: [{one_of: [true, false]}]}
package terraform.rules.aws_s3_encryption

import data.terraform.lib

algorithm := ["server_side_encryption_configuration", "rule", "apply_server_side_encryption_by_default", "sse_algorithm"]

violation contains lib.violation("TF-AWS-S3-ENCRYPTION", resource, [], [], message) if {
	some resource in lib.resources({"aws_s3_bucket"})
	not lib.has_companion(resource, "aws_s3_bucket_server_side_encryption_configuration", "bucket")
	not resource.body.server_side_encryption_configuration
	not resource.body.dynamic.server_side_encryption_configuration
	message := $"{resource.id} has no aws_s3_bucket_server_side_encryption_configuration; add one with rule.apply_server_side_encryption_by_default.sse_algorithm aws:kms"
}

# The bucket itself may say it, in the older form.
violation contains lib.violation("TF-AWS-S3-ENCRYPTION", resource, [], algorithm, message) if {
	some resource in lib.resources({"aws_s3_bucket"})
	resource.body.server_side_encryption_configuration
	not lib.has_companion(resource, "aws_s3_bucket_server_side_encryption_configuration", "bucket")
	value := lib.setting(resource, algorithm, null)
	lib.is_wrong(value, {"aws:kms", "AES256", "aws:kms:dsse"})
	message := $"{resource.id} has {concat(".", algorithm)} {lib.shown(value)}; set it to aws:kms"
}

violation contains lib.violation("TF-AWS-S3-ENCRYPTION", resource, [], ["rule", "apply_server_side_encryption_by_default", "sse_algorithm"], message) if {
	some resource in lib.resources({"aws_s3_bucket_server_side_encryption_configuration"})
	value := lib.setting(resource, ["rule", "apply_server_side_encryption_by_default", "sse_algorithm"], null)
	lib.is_wrong(value, {"aws:kms", "AES256", "aws:kms:dsse"})
	message := $"{resource.id} has rule.apply_server_side_encryption_by_default.sse_algorithm {lib.shown(value)}; set it to aws:kms"
}
