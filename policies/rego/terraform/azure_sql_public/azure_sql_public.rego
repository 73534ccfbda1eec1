# METADATA
# title: SQL server can be reached from the internet
# description: >-
#   A database that can be reached from the internet is one stolen password away from anybody. Turn public access
#   off.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server
#   - ref: https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings
# custom:
#   id: TF-AZURE-SQL-PUBLIC
#   severity: high
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [trivy/AVD-AZU-0022, checkov/CKV_AZURE_113]
#   fixes:
#     - {at: object, path: [public_network_access_enabled], allow: [{exact: false}]}
package terraform.rules.azure_sql_public

import data.terraform.lib

violation contains lib.violation("TF-AZURE-SQL-PUBLIC", resource, [], ["public_network_access_enabled"], message) if {
	some resource in lib.resources({"azurerm_mssql_server"})
	value := lib.setting(resource, ["public_network_access_enabled"], null)
	lib.is_wrong(value, {false})
	message := $"{resource.id} has public_network_access_enabled {lib.shown(value)}; set it to false"
}
