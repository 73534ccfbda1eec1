# METADATA
# title: Queue is stored in the clear
# description: >-
#   Messages often hold what the database protects. Encrypt the queue.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html
# custom:
#   id: TF-AWS-SQS-ENCRYPTION
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0096, checkov/CKV_AWS_27]
#   fixes:
#     - {at: object, path: [sqs_managed_sse_enabled], allow: [{exact: true}]}
#     - {at: object, path: [kms_master_key_id], allow: [{exact: alias/aws/sqs}, {reference: aws_kms_key}]}
package terraform.rules.aws_sqs_encryption

import data.terraform.lib

# Without either setting the service encrypts by itself.
violation contains lib.violation("TF-AWS-SQS-ENCRYPTION", resource, [], ["sqs_managed_sse_enabled"], message) if {
	some resource in lib.resources({"aws_sqs_queue"})
	resource.body.sqs_managed_sse_enabled == false
	object.get(resource.body, "kms_master_key_id", "") == ""
	message := $"{resource.id} has sqs_managed_sse_enabled false; set it to true"
}
