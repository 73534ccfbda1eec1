# METADATA
# title: Cache is stored in the clear
# description: >-
#   Backups of the cache can be read by whoever gets hold of them. Encrypt at rest.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html
# custom:
#   id: TF-AWS-ELASTICACHE-AT-REST
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0045, checkov/CKV_AWS_29]
#   fixes:
#     - {at: object, path: [at_rest_encryption_enabled], allow: [{exact: true}]}
package terraform.rules.aws_elasticache_at_rest

import data.terraform.lib

violation contains lib.violation("TF-AWS-ELASTICACHE-AT-REST", resource, [], ["at_rest_encryption_enabled"], message) if {
	some resource in lib.resources({"aws_elasticache_replication_group"})
	value := lib.setting(resource, ["at_rest_encryption_enabled"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has at_rest_encryption_enabled {lib.shown(value)}; set it to true"
}
