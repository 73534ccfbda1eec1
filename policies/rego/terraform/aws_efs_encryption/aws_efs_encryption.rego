# METADATA
# title: File system is stored in the clear
# description: >-
#   Whoever gets hold of the storage reads the files. Encrypt the file system.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html
# custom:
#   id: TF-AWS-EFS-ENCRYPTION
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0037, checkov/CKV_AWS_42]
#   fixes:
#     - {at: object, path: [encrypted], allow: [{exact: true}]}
package terraform.rules.aws_efs_encryption

import data.terraform.lib

violation contains lib.violation("TF-AWS-EFS-ENCRYPTION", resource, [], ["encrypted"], message) if {
	some resource in lib.resources({"aws_efs_file_system"})
	value := lib.setting(resource, ["encrypted"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has encrypted {lib.shown(value)}; set it to true"
}
