# METADATA
# title: Cache is spoken to in the clear
# description: >-
#   Whoever listens on the network reads sessions and passwords. Encrypt in transit.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# custom:
#   id: TF-AWS-ELASTICACHE-TRANSIT
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0051, checkov/CKV_AWS_30]
#   fixes:
#     - {at: object, path: [transit_encryption_enabled], allow: [{exact: true}]}
package terraform.rules.aws_elasticache_transit

import data.terraform.lib

violation contains lib.violation("TF-AWS-ELASTICACHE-TRANSIT", resource, [], ["transit_encryption_enabled"], message) if {
	some resource in lib.resources({"aws_elasticache_replication_group"})
	value := lib.setting(resource, ["transit_encryption_enabled"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has transit_encryption_enabled {lib.shown(value)}; set it to true"
}
