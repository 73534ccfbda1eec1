# METADATA
# title: Function leaves no trace
# description: >-
#   Without traces nobody can tell what a function called. Turn active tracing on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
# custom:
#   id: TF-AWS-LAMBDA-TRACING
#   severity: low
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0066, checkov/CKV_AWS_50]
#   fixes:
#     - {at: object, path: [tracing_config, mode], allow: [{exact: "Active"}]}
package terraform.rules.aws_lambda_tracing

import data.terraform.lib

violation contains lib.violation("TF-AWS-LAMBDA-TRACING", resource, [], ["tracing_config", "mode"], message) if {
	some resource in lib.resources({"aws_lambda_function"})
	value := lib.setting(resource, ["tracing_config", "mode"], null)
	lib.is_wrong(value, {"Active"})
	message := $"{resource.id} has tracing_config.mode {lib.shown(value)}; set it to Active"
}
