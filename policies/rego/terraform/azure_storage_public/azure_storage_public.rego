# METADATA
# title: Storage account lets containers be public
# description: >-
#   One setting of a container opens it to everybody. Forbid it for the account.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account
#   - ref: https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent
# custom:
#   id: TF-AZURE-STORAGE-PUBLIC
#   severity: high
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [checkov/CKV_AZURE_190, checkov/CKV2_AZURE_47]
#   fixes:
#     - {at: object, path: [allow_nested_items_to_be_public], allow: [{exact: false}]}
package terraform.rules.azure_storage_public

import data.terraform.lib

violation contains lib.violation("TF-AZURE-STORAGE-PUBLIC", resource, [], ["allow_nested_items_to_be_public"], message) if {
	some resource in lib.resources({"azurerm_storage_account"})
	value := lib.setting(resource, ["allow_nested_items_to_be_public"], null)
	lib.is_wrong(value, {false})
	message := $"{resource.id} has allow_nested_items_to_be_public {lib.shown(value)}; set it to false"
}
