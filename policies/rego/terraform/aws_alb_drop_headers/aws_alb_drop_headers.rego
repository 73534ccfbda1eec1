# METADATA
# title: Load balancer passes malformed headers
# description: >-
#   Malformed headers smuggle requests past the load balancer. Drop them.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# custom:
#   id: TF-AWS-ALB-DROP-HEADERS
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0052, checkov/CKV_AWS_131]
#   fixes:
#     - {at: object, path: [drop_invalid_header_fields], allow: [{exact: true}]}
package terraform.rules.aws_alb_drop_headers

import data.terraform.lib

violation contains lib.violation("TF-AWS-ALB-DROP-HEADERS", resource, [], ["drop_invalid_header_fields"], message) if {
	some resource in lib.resources({"aws_lb", "aws_alb"})
	value := lib.setting(resource, ["drop_invalid_header_fields"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has drop_invalid_header_fields {lib.shown(value)}; set it to true"
}
