package terraform.azure_storage_tls_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-STORAGE-TLS", [testing.resource("azurerm_storage_account", body)])

test_allows_what_is_safe if {
	every value in {"TLS1_2", "TLS1_3", null} {
		found({"min_tls_version": value}) == set()
	}
}

test_denies_what_is_not if found({"min_tls_version": "TLS1_0"}) == {["azurerm_storage_account.it", "min_tls_version"]}

test_leaves_what_is_not_resolved if found({"min_tls_version": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
