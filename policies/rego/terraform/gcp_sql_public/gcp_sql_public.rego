# METADATA
# title: Database has a public address
# description: >-
#   A database that can be reached from the internet is one stolen password away from anybody. Keep it inside its
#   network.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance
#   - ref: https://cloud.google.com/sql/docs/postgres/private-ip
# custom:
#   id: TF-GCP-SQL-PUBLIC
#   severity: high
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0017, checkov/CKV_GCP_60]
#   fixes:
#     - {at: object, path: [settings, ip_configuration, ipv4_enabled], allow: [{exact: false}]}
package terraform.rules.gcp_sql_public

import data.terraform.lib

violation contains lib.violation("TF-GCP-SQL-PUBLIC", resource, [], ["settings", "ip_configuration", "ipv4_enabled"], message) if {
	some resource in lib.resources({"google_sql_database_instance"})
	value := lib.setting(resource, ["settings", "ip_configuration", "ipv4_enabled"], null)
	lib.is_wrong(value, {false})
	message := $"{resource.id} has settings.ip_configuration.ipv4_enabled {lib.shown(value)}; set it to false"
}
