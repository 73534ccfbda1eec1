# METADATA
# title: Bucket can be made public
# description: >-
#   One grant to allUsers opens the bucket to everybody. Enforce the prevention of public access.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket
#   - ref: https://cloud.google.com/storage/docs/public-access-prevention
# custom:
#   id: TF-GCP-BUCKET-PUBLIC
#   severity: high
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [checkov/CKV_GCP_114]
#   fixes:
#     - {at: object, path: [public_access_prevention], allow: [{exact: "enforced"}]}
package terraform.rules.gcp_bucket_public

import data.terraform.lib

violation contains lib.violation("TF-GCP-BUCKET-PUBLIC", resource, [], ["public_access_prevention"], message) if {
	some resource in lib.resources({"google_storage_bucket"})
	value := lib.setting(resource, ["public_access_prevention"], null)
	lib.is_wrong(value, {"enforced"})
	message := $"{resource.id} has public_access_prevention {lib.shown(value)}; set it to enforced"
}
