# METADATA
# title: Security group opens SSH or RDP to the internet
# description: >-
#   Ports of administration are tried by strangers day and night. Let in the networks that need them, and no others.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# custom:
#   id: TF-AWS-SG-ADMIN-PORTS
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0107, checkov/CKV_AWS_24, checkov/CKV_AWS_25]
#   fixes:
#     - {at: element, path: [cidr_blocks], allow: [{narrower_cidr: true}]}
#     - {at: element, path: [ipv6_cidr_blocks], allow: [{narrower_cidr: true}]}
#     - {at: element, path: [cidr_ipv4], allow: [{narrower_cidr: true}]}
#     - {at: element, path: [cidr_ipv6], allow: [{narrower_cidr: true}]}
package terraform.rules.aws_sg_admin_ports

import data.terraform.lib

ports := {22, 3389}

violation contains lib.violation("TF-AWS-SG-ADMIN-PORTS", opening.resource, opening.element, [field], message) if {
	some opening in lib.openings
	not lib.opens_all(opening)
	some port in ports
	lib.opens(opening, port)
	some field in opening.fields
	lib.any_world(opening.rule[field])
	message := $"{opening.resource.id} opens port {port} to {opening.rule[field]}; let in the networks that need it"
}
