# METADATA
# title: Machine lets passwords in
# description: >-
#   Passwords are guessed and reused; keys are not. Turn password authentication off.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine
#   - ref: https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys
# custom:
#   id: TF-AZURE-VM-PASSWORD
#   severity: medium
#   kind: terraform
#   sets: [tf-azure]
#   aliases: [trivy/AVD-AZU-0039, checkov/CKV_AZURE_1, checkov/CKV_AZURE_149]
#   fixes:
#     - {at: object, path: [disable_password_authentication], allow: [{remove: true}, {exact: true}]}
package terraform.rules.azure_vm_password

import data.terraform.lib

violation contains lib.violation("TF-AZURE-VM-PASSWORD", resource, [], ["disable_password_authentication"], message) if {
	some resource in lib.resources({"azurerm_linux_virtual_machine"})
	value := lib.setting(resource, ["disable_password_authentication"], null)
	lib.is_wrong(value, {true, null})
	message := $"{resource.id} has disable_password_authentication {lib.shown(value)}; set it to true"
}
