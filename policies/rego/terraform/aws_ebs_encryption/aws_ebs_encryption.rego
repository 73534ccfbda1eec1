# METADATA
# title: Volume is stored in the clear
# description: >-
#   Whoever gets hold of a snapshot reads the data. Encrypt the volume.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# custom:
#   id: TF-AWS-EBS-ENCRYPTION
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0026, checkov/CKV_AWS_3]
#   fixes:
#     - {at: object, path: [encrypted], allow: [{exact: true}]}
package terraform.rules.aws_ebs_encryption

import data.terraform.lib

violation contains lib.violation("TF-AWS-EBS-ENCRYPTION", resource, [], ["encrypted"], message) if {
	some resource in lib.resources({"aws_ebs_volume"})
	value := lib.setting(resource, ["encrypted"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has encrypted {lib.shown(value)}; set it to true"
}
