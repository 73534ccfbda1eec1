# METADATA
# title: Database is spoken to in the clear
# description: >-
#   Whoever listens on the network reads the data. Allow encrypted connections alone.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance
#   - ref: https://cloud.google.com/sql/docs/postgres/configure-ssl-instance
# custom:
#   id: TF-GCP-SQL-TLS
#   severity: high
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0015, checkov/CKV_GCP_6]
#   fixes:
#     - {at: object, path: [settings, ip_configuration, ssl_mode], allow: [{one_of: ["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"]}]}
package terraform.rules.gcp_sql_tls

import data.terraform.lib

violation contains lib.violation("TF-GCP-SQL-TLS", resource, [], ["settings", "ip_configuration", "ssl_mode"], message) if {
	some resource in lib.resources({"google_sql_database_instance"})
	value := lib.setting(resource, ["settings", "ip_configuration", "ssl_mode"], null)
	lib.is_wrong(value, {"ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"})
	message := $"{resource.id} has settings.ip_configuration.ssl_mode {lib.shown(value)}; set it to ENCRYPTED_ONLY"
}
