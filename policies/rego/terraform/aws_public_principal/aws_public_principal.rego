# METADATA
# title: Policy of a resource lets everybody in
# description: >-
#   A principal of * without a condition is everybody on earth. Name the accounts or services that need access.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue_policy
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   id: TF-AWS-PUBLIC-PRINCIPAL
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [checkov/CKV_AWS_70, checkov/CKV_AWS_168, checkov/CKV_AWS_169]
#   fixes:
#     - {at: element, path: [Principal], allow: [{narrower_pattern: true}]}
#     - {at: element, path: [Principal, AWS], allow: [{narrower_pattern: true}]}
package terraform.rules.aws_public_principal

import data.terraform.lib

violation contains lib.violation("TF-AWS-PUBLIC-PRINCIPAL", resource, ["policy", "Statement", lib.text(key)], ["Principal"], message) if {
	some resource in lib.resources({"aws_s3_bucket_policy", "aws_sqs_queue_policy", "aws_sns_topic_policy"})
	some key, statement in resource.body.policy.Statement
	statement.Effect == "Allow"
	is_everybody(statement.Principal)
	not statement.Condition
	message := $"{resource.id} lets everybody in; name the accounts that need access"
}

is_everybody("*")

is_everybody(principal) if "*" in lib.elements(principal.AWS)
