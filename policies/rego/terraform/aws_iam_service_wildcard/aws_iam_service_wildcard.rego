# METADATA
# title: Policy allows every action of a service on every resource
# description: >-
#   Every action of a service on everything is administration of that service. Name actions or resources.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   id: TF-AWS-IAM-SERVICE-WILDCARD
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0057, checkov/CKV_AWS_356]
#   fixes:
#     - {at: element, path: [Action], allow: [{narrower_pattern: true}]}
#     - {at: element, path: [actions], allow: [{narrower_pattern: true}]}
#     - {at: element, path: [Resource], allow: [{narrower_pattern: true}]}
#     - {at: element, path: [resources], allow: [{narrower_pattern: true}]}
package terraform.rules.aws_iam_service_wildcard

import data.terraform.lib

violation contains lib.violation("TF-AWS-IAM-SERVICE-WILDCARD", statement.resource, statement.element, [statement.actions], message) if {
	some statement in lib.statements
	some action in lib.elements(statement.statement[statement.actions])
	is_string(action)
	regex.match(`^[a-z0-9-]+:\*$`, action)
	"*" in lib.elements(statement.statement[statement.resources])
	message := $"{statement.resource.id} allows {action} on every resource; name the actions or the resources that are needed"
}
