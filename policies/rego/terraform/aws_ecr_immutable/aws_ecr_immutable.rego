# METADATA
# title: Tags of images can be moved
# description: >-
#   What was tested under a tag need not be what runs under it. Make tags immutable.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html
# custom:
#   id: TF-AWS-ECR-IMMUTABLE
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0031, checkov/CKV_AWS_51]
#   fixes:
#     - {at: object, path: [image_tag_mutability], allow: [{exact: "IMMUTABLE"}]}
package terraform.rules.aws_ecr_immutable

import data.terraform.lib

violation contains lib.violation("TF-AWS-ECR-IMMUTABLE", resource, [], ["image_tag_mutability"], message) if {
	some resource in lib.resources({"aws_ecr_repository"})
	value := lib.setting(resource, ["image_tag_mutability"], null)
	lib.is_wrong(value, {"IMMUTABLE"})
	message := $"{resource.id} has image_tag_mutability {lib.shown(value)}; set it to IMMUTABLE"
}
