# METADATA
# title: Subnet gives out public addresses
# description: >-
#   Every instance that starts in the subnet is reached from the internet, wanted or not. Give addresses to those
#   that need one.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# custom:
#   id: TF-AWS-SUBNET-PUBLIC-IP
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0164, checkov/CKV_AWS_130]
#   fixes:
#     - {at: object, path: [map_public_ip_on_launch], allow: [{remove: true}, {exact: false}]}
package terraform.rules.aws_subnet_public_ip

import data.terraform.lib

violation contains lib.violation("TF-AWS-SUBNET-PUBLIC-IP", resource, [], ["map_public_ip_on_launch"], message) if {
	some resource in lib.resources({"aws_subnet"})
	value := lib.setting(resource, ["map_public_ip_on_launch"], null)
	lib.is_wrong(value, {false, null})
	message := $"{resource.id} has map_public_ip_on_launch {lib.shown(value)}; set it to false"
}
