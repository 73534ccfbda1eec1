# METADATA
# title: Bucket without versioning
# description: >-
#   Without versions, what is overwritten or deleted, by mistake or by extortion, is gone. Give the bucket a
#   versioning configuration that is enabled.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_versioning
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# custom:
#   id: TF-AWS-S3-VERSIONING
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0090, checkov/CKV_AWS_21]
#   fixes:
#     - {at: object, path: [versioning_configuration, status], allow: [{exact: "Enabled"}]}
#     - {at: object, path: [versioning, enabled], allow: [{exact: true}]}
#   companions:
#     - type: aws_s3_bucket_versioning
#       bind: bucket
#       fields:
#         - {at: object, path: [versioning_configuration, status], allow: [{exact: Enabled}]}
package terraform.rules.aws_s3_versioning

import data.terraform.lib

violation contains lib.violation("TF-AWS-S3-VERSIONING", resource, [], [], message) if {
	some resource in lib.resources({"aws_s3_bucket"})
	not lib.has_companion(resource, "aws_s3_bucket_versioning", "bucket")
	not resource.body.versioning
	not resource.body.dynamic.versioning
	message := $"{resource.id} has no aws_s3_bucket_versioning; add one with versioning_configuration.status Enabled"
}

# The bucket itself may say it, in the older form.
violation contains lib.violation("TF-AWS-S3-VERSIONING", resource, [], ["versioning", "enabled"], message) if {
	some resource in lib.resources({"aws_s3_bucket"})
	resource.body.versioning
	not lib.has_companion(resource, "aws_s3_bucket_versioning", "bucket")
	value := lib.setting(resource, ["versioning", "enabled"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has versioning.enabled {lib.shown(value)}; set it to true"
}

violation contains lib.violation("TF-AWS-S3-VERSIONING", resource, [], ["versioning_configuration", "status"], message) if {
	some resource in lib.resources({"aws_s3_bucket_versioning"})
	value := lib.setting(resource, ["versioning_configuration", "status"], null)
	lib.is_wrong(value, {"Enabled"})
	message := $"{resource.id} has versioning_configuration.status {lib.shown(value)}; set it to Enabled"
}
