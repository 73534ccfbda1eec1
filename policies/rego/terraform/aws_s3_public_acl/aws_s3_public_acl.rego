# METADATA
# title: Bucket is public by its access control list
# description: >-
#   A canned access control list that names everybody, or every AWS account, opens the bucket to strangers. Use
#   private.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_acl
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
# custom:
#   id: TF-AWS-S3-PUBLIC-ACL
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0092, checkov/CKV_AWS_20, checkov/CKV_AWS_57]
#   fixes:
#     - {at: object, path: [acl], allow: [{exact: private}]}
package terraform.rules.aws_s3_public_acl

import data.terraform.lib

public := {"public-read", "public-read-write", "authenticated-read", "website"}

violation contains lib.violation("TF-AWS-S3-PUBLIC-ACL", resource, [], ["acl"], message) if {
	some resource in lib.resources({"aws_s3_bucket", "aws_s3_bucket_acl"})
	value := resource.body.acl
	value in public
	message := $"{resource.id} has acl {value}; set it to private"
}
