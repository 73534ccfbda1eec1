# METADATA
# title: Bucket mixes two kinds of access control
# description: >-
#   Lists of single objects open what the policy of the bucket closes. Turn uniform access on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket
#   - ref: https://cloud.google.com/storage/docs/uniform-bucket-level-access
# custom:
#   id: TF-GCP-BUCKET-UNIFORM
#   severity: medium
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0002, checkov/CKV_GCP_29]
#   fixes:
#     - {at: object, path: [uniform_bucket_level_access], allow: [{exact: true}]}
package terraform.rules.gcp_bucket_uniform

import data.terraform.lib

violation contains lib.violation("TF-GCP-BUCKET-UNIFORM", resource, [], ["uniform_bucket_level_access"], message) if {
	some resource in lib.resources({"google_storage_bucket"})
	value := lib.setting(resource, ["uniform_bucket_level_access"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has uniform_bucket_level_access {lib.shown(value)}; set it to true"
}
