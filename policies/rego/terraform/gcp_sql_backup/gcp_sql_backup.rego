# METADATA
# title: Database is not backed up
# description: >-
#   What is lost stays lost. Turn backups on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance
#   - ref: https://cloud.google.com/sql/docs/postgres/backup-recovery/backups
# custom:
#   id: TF-GCP-SQL-BACKUP
#   severity: medium
#   kind: terraform
#   sets: [tf-gcp]
#   aliases: [trivy/AVD-GCP-0024, checkov/CKV_GCP_14]
#   fixes:
#     - {at: object, path: [settings, backup_configuration, enabled], allow: [{exact: true}]}
package terraform.rules.gcp_sql_backup

import data.terraform.lib

violation contains lib.violation("TF-GCP-SQL-BACKUP", resource, [], ["settings", "backup_configuration", "enabled"], message) if {
	some resource in lib.resources({"google_sql_database_instance"})
	value := lib.setting(resource, ["settings", "backup_configuration", "enabled"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has settings.backup_configuration.enabled {lib.shown(value)}; set it to true"
}
