package terraform.azure_storage_https_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-STORAGE-HTTPS", [testing.resource("azurerm_storage_account", body)])

test_allows_what_is_safe if {
	every value in {true, null} {
		found({"https_traffic_only_enabled": value}) == set()
	}
}

test_denies_what_is_not if found({"https_traffic_only_enabled": false}) == {["azurerm_storage_account.it", "https_traffic_only_enabled"]}

test_leaves_what_is_not_resolved if found({"https_traffic_only_enabled": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
