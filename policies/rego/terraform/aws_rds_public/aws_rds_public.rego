# METADATA
# title: Database has a public address
# description: >-
#   A database that can be reached from the internet is one stolen password away from anybody. Keep it inside its
#   network.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   id: TF-AWS-RDS-PUBLIC
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0180, checkov/CKV_AWS_17]
#   fixes:
#     - {at: object, path: [publicly_accessible], allow: [{remove: true}, {exact: false}]}
package terraform.rules.aws_rds_public

import data.terraform.lib

violation contains lib.violation("TF-AWS-RDS-PUBLIC", resource, [], ["publicly_accessible"], message) if {
	some resource in lib.resources({"aws_db_instance", "aws_rds_cluster_instance"})
	value := lib.setting(resource, ["publicly_accessible"], null)
	lib.is_wrong(value, {false, null})
	message := $"{resource.id} has publicly_accessible {lib.shown(value)}; set it to false"
}
