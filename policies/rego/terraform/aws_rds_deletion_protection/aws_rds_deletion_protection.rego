# METADATA
# title: Database can be deleted in one step
# description: >-
#   One wrong plan deletes the database. Turn deletion protection on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   id: TF-AWS-RDS-DELETION-PROTECTION
#   severity: low
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0177, checkov/CKV_AWS_293]
#   fixes:
#     - {at: object, path: [deletion_protection], allow: [{exact: true}]}
package terraform.rules.aws_rds_deletion_protection

import data.terraform.lib

violation contains lib.violation("TF-AWS-RDS-DELETION-PROTECTION", resource, [], ["deletion_protection"], message) if {
	some resource in lib.resources({"aws_db_instance", "aws_rds_cluster"})
	value := lib.setting(resource, ["deletion_protection"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has deletion_protection {lib.shown(value)}; set it to true"
}
