# METADATA
# title: Database keeps too few days of backups
# description: >-
#   A fault that is noticed after a week needs a backup that is older. Keep at least seven days.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   id: TF-AWS-RDS-BACKUP
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0077, checkov/CKV_AWS_133]
#   fixes:
#     - {at: object, path: [backup_retention_period], allow: [{quantity_between: ["7", "35"]}]}
package terraform.rules.aws_rds_backup

import data.terraform.lib

violation contains lib.violation("TF-AWS-RDS-BACKUP", resource, [], ["backup_retention_period"], message) if {
	some resource in lib.resources({"aws_db_instance", "aws_rds_cluster"})
	value := lib.setting(resource, ["backup_retention_period"], null)
	not lib.is_unresolved(value)
	not is_enough(value)
	message := $"{resource.id} has backup_retention_period {lib.shown(value)}; set it to at least 7"
}

is_enough(value) if {
	is_number(value)
	value >= 7
}
