# METADATA
# title: Security group opens every port to the internet
# description: >-
#   An opening for every port from everywhere is no firewall. Let in the networks that need it, and no others.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# custom:
#   id: TF-AWS-SG-ALL-PORTS
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0107, checkov/CKV_AWS_277]
#   fixes:
#     - {at: element, path: [cidr_blocks], allow: [{narrower_cidr: true}]}
#     - {at: element, path: [ipv6_cidr_blocks], allow: [{narrower_cidr: true}]}
#     - {at: element, path: [cidr_ipv4], allow: [{narrower_cidr: true}]}
#     - {at: element, path: [cidr_ipv6], allow: [{narrower_cidr: true}]}
package terraform.rules.aws_sg_all_ports

import data.terraform.lib

violation contains lib.violation("TF-AWS-SG-ALL-PORTS", opening.resource, opening.element, [field], message) if {
	some opening in lib.openings
	lib.opens_all(opening)
	some field in opening.fields
	lib.any_world(opening.rule[field])
	message := $"{opening.resource.id} opens every port to {opening.rule[field]}; let in the networks that need it"
}
