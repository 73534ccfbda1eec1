# METADATA
# title: Table cannot be restored to a point in time
# description: >-
#   What is overwritten by mistake is gone. Turn point-in-time recovery on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html
# custom:
#   id: TF-AWS-DYNAMODB-RECOVERY
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0024, checkov/CKV_AWS_28]
#   fixes:
#     - {at: object, path: [point_in_time_recovery, enabled], allow: [{exact: true}]}
package terraform.rules.aws_dynamodb_recovery

import data.terraform.lib

violation contains lib.violation("TF-AWS-DYNAMODB-RECOVERY", resource, [], ["point_in_time_recovery", "enabled"], message) if {
	some resource in lib.resources({"aws_dynamodb_table"})
	value := lib.setting(resource, ["point_in_time_recovery", "enabled"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has point_in_time_recovery.enabled {lib.shown(value)}; set it to true"
}
