# METADATA
# title: Policy allows every action
# description: >-
#   Whoever holds the policy, or steals what holds it, may do everything. Name the actions that are needed.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   id: TF-AWS-IAM-ADMIN
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0057, checkov/CKV_AWS_62, checkov/CKV_AWS_63]
#   fixes:
#     - {at: element, path: [Action], allow: [{narrower_pattern: true}]}
#     - {at: element, path: [actions], allow: [{narrower_pattern: true}]}
package terraform.rules.aws_iam_admin

import data.terraform.lib

violation contains lib.violation("TF-AWS-IAM-ADMIN", statement.resource, statement.element, [statement.actions], message) if {
	some statement in lib.statements
	some action in lib.elements(statement.statement[statement.actions])
	action in {"*", "*:*"}
	message := $"{statement.resource.id} allows every action; name the actions that are needed"
}
