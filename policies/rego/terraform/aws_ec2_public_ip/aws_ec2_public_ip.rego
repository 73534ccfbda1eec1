# METADATA
# title: Instance has a public address
# description: >-
#   An instance with a public address is reached past the load balancer. Keep it inside its network, and say
#   so: without the attribute the subnet decides.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# custom:
#   id: TF-AWS-EC2-PUBLIC-IP
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0009, checkov/CKV_AWS_88]
#   fixes:
#     - {at: object, path: [associate_public_ip_address], allow: [{exact: false}]}
package terraform.rules.aws_ec2_public_ip

import data.terraform.lib

violation contains lib.violation("TF-AWS-EC2-PUBLIC-IP", resource, [], ["associate_public_ip_address"], message) if {
	some resource in lib.resources({"aws_instance"})
	value := lib.setting(resource, ["associate_public_ip_address"], null)
	lib.is_wrong(value, {false, null})
	message := $"{resource.id} has associate_public_ip_address {lib.shown(value)}; set it to false"
}
