# METADATA
# title: Trail can be changed unnoticed
# description: >-
#   Without digests nobody can tell whether the log was altered. Turn validation on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
# custom:
#   id: TF-AWS-CLOUDTRAIL-VALIDATION
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0016, checkov/CKV_AWS_36]
#   fixes:
#     - {at: object, path: [enable_log_file_validation], allow: [{exact: true}]}
package terraform.rules.aws_cloudtrail_validation

import data.terraform.lib

violation contains lib.violation("TF-AWS-CLOUDTRAIL-VALIDATION", resource, [], ["enable_log_file_validation"], message) if {
	some resource in lib.resources({"aws_cloudtrail"})
	value := lib.setting(resource, ["enable_log_file_validation"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has enable_log_file_validation {lib.shown(value)}; set it to true"
}
