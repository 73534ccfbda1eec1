package terraform.azure_vm_password_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-VM-PASSWORD", [testing.resource("azurerm_linux_virtual_machine", body)])

test_allows_what_is_safe if {
	every value in {true, null} {
		found({"disable_password_authentication": value}) == set()
	}
}

test_denies_what_is_not if found({"disable_password_authentication": false}) == {["azurerm_linux_virtual_machine.it", "disable_password_authentication"]}

test_leaves_what_is_not_resolved if found({"disable_password_authentication": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
