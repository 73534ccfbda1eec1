# METADATA
# title: Storage account answers in the clear
# description: >-
#   Whoever listens on the network reads the data and the key. Allow HTTPS alone.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer
# custom:
#   id: TF-AZURE-STORAGE-HTTPS
#   severity: high
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [trivy/AVD-AZU-0008, checkov/CKV_AZURE_3]
#   fixes:
#     - {at: object, path: [https_traffic_only_enabled], allow: [{remove: true}, {exact: true}]}
package terraform.rules.azure_storage_https

import data.terraform.lib

violation contains lib.violation("TF-AZURE-STORAGE-HTTPS", resource, [], ["https_traffic_only_enabled"], message) if {
	some resource in lib.resources({"azurerm_storage_account"})
	value := lib.setting(resource, ["https_traffic_only_enabled"], null)
	lib.is_wrong(value, {true, null})
	message := $"{resource.id} has https_traffic_only_enabled {lib.shown(value)}; set it to true"
}
