# METADATA
# title: Images are not scanned
# description: >-
#   Known flaws in images stay unseen. Scan on push.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html
# custom:
#   id: TF-AWS-ECR-SCAN
#   severity: low
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0030, checkov/CKV_AWS_163]
#   fixes:
#     - {at: object, path: [image_scanning_configuration, scan_on_push], allow: [{exact: true}]}
package terraform.rules.aws_ecr_scan

import data.terraform.lib

violation contains lib.violation("TF-AWS-ECR-SCAN", resource, [], ["image_scanning_configuration", "scan_on_push"], message) if {
	some resource in lib.resources({"aws_ecr_repository"})
	value := lib.setting(resource, ["image_scanning_configuration", "scan_on_push"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has image_scanning_configuration.scan_on_push {lib.shown(value)}; set it to true"
}
