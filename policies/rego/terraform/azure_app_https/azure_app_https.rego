# METADATA
# title: Application answers in the clear
# description: >-
#   Whoever listens on the network reads passwords and sessions. Allow HTTPS alone.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app
#   - ref: https://learn.microsoft.com/azure/app-service/configure-ssl-bindings
# custom:
#   id: TF-AZURE-APP-HTTPS
#   severity: medium
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [trivy/AVD-AZU-0004, checkov/CKV_AZURE_14]
#   fixes:
#     - {at: object, path: [https_only], allow: [{exact: true}]}
package terraform.rules.azure_app_https

import data.terraform.lib

violation contains lib.violation("TF-AZURE-APP-HTTPS", resource, [], ["https_only"], message) if {
	some resource in lib.resources({"azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_linux_function_app", "azurerm_windows_function_app"})
	value := lib.setting(resource, ["https_only"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has https_only {lib.shown(value)}; set it to true"
}
