# METADATA
# title: Function can be called by everybody
# description: >-
#   A function URL without authorization is open to the internet. Ask for IAM.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function_url
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
# custom:
#   id: TF-AWS-LAMBDA-URL
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [checkov/CKV_AWS_258]
#   fixes:
#     - {at: object, path: [authorization_type], allow: [{exact: "AWS_IAM"}]}
package terraform.rules.aws_lambda_url

import data.terraform.lib

violation contains lib.violation("TF-AWS-LAMBDA-URL", resource, [], ["authorization_type"], message) if {
	some resource in lib.resources({"aws_lambda_function_url"})
	value := lib.setting(resource, ["authorization_type"], null)
	lib.is_wrong(value, {"AWS_IAM"})
	message := $"{resource.id} has authorization_type {lib.shown(value)}; set it to AWS_IAM"
}
