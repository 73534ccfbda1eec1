# METADATA
# title: Root volume is stored in the clear
# description: >-
#   Whoever gets hold of a snapshot reads the disk. Encrypt the root volume.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# custom:
#   id: TF-AWS-EC2-ROOT-ENCRYPTION
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0131, checkov/CKV_AWS_8]
#   fixes:
#     - {at: object, path: [root_block_device, encrypted], allow: [{exact: true}]}
package terraform.rules.aws_ec2_root_encryption

import data.terraform.lib

violation contains lib.violation("TF-AWS-EC2-ROOT-ENCRYPTION", resource, [], ["root_block_device", "encrypted"], message) if {
	some resource in lib.resources({"aws_instance"})
	value := lib.setting(resource, ["root_block_device", "encrypted"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has root_block_device.encrypted {lib.shown(value)}; set it to true"
}
