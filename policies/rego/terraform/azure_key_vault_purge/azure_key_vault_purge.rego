# METADATA
# title: Vault can be purged
# description: >-
#   Whoever may delete a vault may also destroy its keys for good, and all that they encrypt. Turn purge protection
#   on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault
#   - ref: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
# custom:
#   id: TF-AZURE-KEY-VAULT-PURGE
#   severity: medium
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [trivy/AVD-AZU-0016, checkov/CKV_AZURE_110]
#   fixes:
#     - {at: object, path: [purge_protection_enabled], allow: [{exact: true}]}
package terraform.rules.azure_key_vault_purge

import data.terraform.lib

violation contains lib.violation("TF-AZURE-KEY-VAULT-PURGE", resource, [], ["purge_protection_enabled"], message) if {
	some resource in lib.resources({"azurerm_key_vault"})
	value := lib.setting(resource, ["purge_protection_enabled"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has purge_protection_enabled {lib.shown(value)}; set it to true"
}
