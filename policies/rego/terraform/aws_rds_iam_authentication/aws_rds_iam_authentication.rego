# METADATA
# title: Database knows passwords alone
# description: >-
#   Tokens of IAM expire within minutes; a password in a file does not. Turn IAM authentication on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# custom:
#   id: TF-AWS-RDS-IAM-AUTHENTICATION
#   severity: low
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0176, checkov/CKV_AWS_161]
#   fixes:
#     - {at: object, path: [iam_database_authentication_enabled], allow: [{exact: true}]}
package terraform.rules.aws_rds_iam_authentication

import data.terraform.lib

violation contains lib.violation("TF-AWS-RDS-IAM-AUTHENTICATION", resource, [], ["iam_database_authentication_enabled"], message) if {
	some resource in lib.resources({"aws_db_instance", "aws_rds_cluster"})
	value := lib.setting(resource, ["iam_database_authentication_enabled"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has iam_database_authentication_enabled {lib.shown(value)}; set it to true"
}
