package terraform.azure_key_vault_purge_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-KEY-VAULT-PURGE", [testing.resource("azurerm_key_vault", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"purge_protection_enabled": value}) == set()
	}
}

test_denies_what_is_not if found({"purge_protection_enabled": false}) == {["azurerm_key_vault.it", "purge_protection_enabled"]}

test_leaves_what_is_not_resolved if found({"purge_protection_enabled": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
