# METADATA
# title: Topic is stored in the clear
# description: >-
#   Messages often hold what the database protects. Encrypt the topic with a key.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html
# custom:
#   id: TF-AWS-SNS-ENCRYPTION
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0095, checkov/CKV_AWS_26]
#   fixes:
#     - {at: object, path: [kms_master_key_id], allow: [{exact: alias/aws/sns}, {reference: aws_kms_key}]}
package terraform.rules.aws_sns_encryption

import data.terraform.lib

violation contains lib.violation("TF-AWS-SNS-ENCRYPTION", resource, [], ["kms_master_key_id"], message) if {
	some resource in lib.resources({"aws_sns_topic"})
	object.get(resource.body, "kms_master_key_id", "") == ""
	message := $"{resource.id} has no kms_master_key_id; set it to alias/aws/sns"
}
