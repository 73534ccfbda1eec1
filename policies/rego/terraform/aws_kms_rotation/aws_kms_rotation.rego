# METADATA
# title: Key is never rotated
# description: >-
#   A key that lives for ever makes one leak a leak of everything. Turn rotation on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html
# custom:
#   id: TF-AWS-KMS-ROTATION
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0065, checkov/CKV_AWS_7]
#   fixes:
#     - {at: object, path: [enable_key_rotation], allow: [{exact: true}]}
package terraform.rules.aws_kms_rotation

import data.terraform.lib

violation contains lib.violation("TF-AWS-KMS-ROTATION", resource, [], ["enable_key_rotation"], message) if {
	some resource in lib.resources({"aws_kms_key"})
	value := lib.setting(resource, ["enable_key_rotation"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has enable_key_rotation {lib.shown(value)}; set it to true"
}
