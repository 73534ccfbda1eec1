# METADATA
# title: Cluster has no roles
# description: >-
#   Legacy authorization gives every account in the cluster broad rights. Turn it off.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster
#   - ref: https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster
# custom:
#   id: TF-GCP-GKE-LEGACY-ABAC
#   severity: high
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0062, checkov/CKV_GCP_7]
#   fixes:
#     - {at: object, path: [enable_legacy_abac], allow: [{remove: true}, {exact: false}]}
package terraform.rules.gcp_gke_legacy_abac

import data.terraform.lib

violation contains lib.violation("TF-GCP-GKE-LEGACY-ABAC", resource, [], ["enable_legacy_abac"], message) if {
	some resource in lib.resources({"google_container_cluster"})
	value := lib.setting(resource, ["enable_legacy_abac"], null)
	lib.is_wrong(value, {false, null})
	message := $"{resource.id} has enable_legacy_abac {lib.shown(value)}; set it to false"
}
