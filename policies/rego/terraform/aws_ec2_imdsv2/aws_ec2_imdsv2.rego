# METADATA
# title: Instance serves its credentials without a token
# description: >-
#   Version 1 of the metadata service answers any request that a flaw in an application lets through. Require
#   tokens.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
# custom:
#   id: TF-AWS-EC2-IMDSV2
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0028, trivy/AVD-AWS-0130, checkov/CKV_AWS_79]
#   fixes:
#     - {at: object, path: [metadata_options, http_tokens], allow: [{exact: "required"}]}
#     - {at: object, path: [metadata_options, http_endpoint], allow: [{added: "enabled"}]}
#     - {at: object, path: [metadata_options, http_put_response_hop_limit], allow: [{added: 1}]}
package terraform.rules.aws_ec2_imdsv2

import data.terraform.lib

violation contains lib.violation("TF-AWS-EC2-IMDSV2", resource, [], ["metadata_options", "http_tokens"], message) if {
	some resource in lib.resources({"aws_instance", "aws_launch_template"})
	value := lib.setting(resource, ["metadata_options", "http_tokens"], null)
	lib.is_wrong(value, {"required"})
	message := $"{resource.id} has metadata_options.http_tokens {lib.shown(value)}; set it to required"
}
