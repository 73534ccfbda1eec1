# METADATA
# title: Zone is not signed
# description: >-
#   Answers for the zone can be forged. Turn DNSSEC on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dns_managed_zone
#   - ref: https://cloud.google.com/dns/docs/dnssec
# custom:
#   id: TF-GCP-DNSSEC
#   severity: medium
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0013, checkov/CKV_GCP_16]
#   fixes:
#     - {at: object, path: [dnssec_config, state], allow: [{exact: "on"}]}
package terraform.rules.gcp_dnssec

import data.terraform.lib

violation contains lib.violation("TF-GCP-DNSSEC", resource, [], ["dnssec_config", "state"], message) if {
	some resource in lib.resources({"google_dns_managed_zone"})
	value := lib.setting(resource, ["dnssec_config", "state"], null)
	lib.is_wrong(value, {"on"})
	message := $"{resource.id} has dnssec_config.state {lib.shown(value)}; set it to on"
}
