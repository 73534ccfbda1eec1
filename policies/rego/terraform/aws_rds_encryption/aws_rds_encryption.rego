# METADATA
# title: Database is stored in the clear
# description: >-
#   Whoever gets hold of the storage or a snapshot reads the data. Encrypt the storage.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   id: TF-AWS-RDS-ENCRYPTION
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0080, checkov/CKV_AWS_16]
#   fixes:
#     - {at: object, path: [storage_encrypted], allow: [{exact: true}]}
package terraform.rules.aws_rds_encryption

import data.terraform.lib

violation contains lib.violation("TF-AWS-RDS-ENCRYPTION", resource, [], ["storage_encrypted"], message) if {
	some resource in lib.resources({"aws_db_instance", "aws_rds_cluster"})
	value := lib.setting(resource, ["storage_encrypted"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has storage_encrypted {lib.shown(value)}; set it to true"
}
