# METADATA
# title: Storage account speaks old TLS
# description: >-
#   Versions of TLS before 1.2 are broken. Ask for 1.2.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account
#   - ref: https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version
# custom:
#   id: TF-AZURE-STORAGE-TLS
#   severity: medium
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [trivy/AVD-AZU-0011, checkov/CKV_AZURE_44]
#   fixes:
#     - {at: object, path: [min_tls_version], allow: [{remove: true}, {one_of: [TLS1_2, TLS1_3]}]}
package terraform.rules.azure_storage_tls

import data.terraform.lib

violation contains lib.violation("TF-AZURE-STORAGE-TLS", resource, [], ["min_tls_version"], message) if {
	some resource in lib.resources({"azurerm_storage_account"})
	value := lib.setting(resource, ["min_tls_version"], null)
	lib.is_wrong(value, {"TLS1_2", "TLS1_3", null})
	message := $"{resource.id} has min_tls_version {lib.shown(value)}; set it to TLS1_2"
}
