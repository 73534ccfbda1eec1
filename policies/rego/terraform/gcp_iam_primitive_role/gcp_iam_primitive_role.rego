# METADATA
# title: Grant of a role over everything
# description: >-
#   Owner and editor may change nearly everything in the project. Grant a role that does what is needed; viewer
#   reads alone.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_iam
#   - ref: https://cloud.google.com/iam/docs/understanding-roles
# custom:
#   id: TF-GCP-IAM-PRIMITIVE-ROLE
#   severity: high
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0007, checkov/CKV_GCP_117]
#   fixes:
#     - {at: object, path: [role], allow: [{exact: roles/viewer}]}
package terraform.rules.gcp_iam_primitive_role

import data.terraform.lib

violation contains lib.violation("TF-GCP-IAM-PRIMITIVE-ROLE", resource, [], ["role"], message) if {
	some resource in lib.resources({"google_project_iam_member", "google_project_iam_binding"})
	role := resource.body.role
	role in {"roles/owner", "roles/editor"}
	message := $"{resource.id} grants {role}; grant roles/viewer"
}
