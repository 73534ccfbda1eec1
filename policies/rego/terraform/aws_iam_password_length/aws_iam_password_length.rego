# METADATA
# title: Passwords may be short
# description: >-
#   Short passwords are guessed. Ask for at least fourteen characters.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# custom:
#   id: TF-AWS-IAM-PASSWORD-LENGTH
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0063, checkov/CKV_AWS_10]
#   fixes:
#     - {at: object, path: [minimum_password_length], allow: [{quantity_between: ["14", "128"]}]}
package terraform.rules.aws_iam_password_length

import data.terraform.lib

violation contains lib.violation("TF-AWS-IAM-PASSWORD-LENGTH", resource, [], ["minimum_password_length"], message) if {
	some resource in lib.resources({"aws_iam_account_password_policy"})
	value := lib.setting(resource, ["minimum_password_length"], null)
	not lib.is_unresolved(value)
	not is_enough(value)
	message := $"{resource.id} has minimum_password_length {lib.shown(value)}; set it to at least 14"
}

is_enough(value) if {
	is_number(value)
	value >= 14
}
