# METADATA
# title: Trail sees one region
# description: >-
#   What an intruder does in another region stays unseen. Let the trail cover all regions.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
# custom:
#   id: TF-AWS-CLOUDTRAIL-MULTI-REGION
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0014, checkov/CKV_AWS_67]
#   fixes:
#     - {at: object, path: [is_multi_region_trail], allow: [{exact: true}]}
package terraform.rules.aws_cloudtrail_multi_region

import data.terraform.lib

violation contains lib.violation("TF-AWS-CLOUDTRAIL-MULTI-REGION", resource, [], ["is_multi_region_trail"], message) if {
	some resource in lib.resources({"aws_cloudtrail"})
	value := lib.setting(resource, ["is_multi_region_trail"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has is_multi_region_trail {lib.shown(value)}; set it to true"
}
