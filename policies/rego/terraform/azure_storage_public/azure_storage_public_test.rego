package terraform.azure_storage_public_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-STORAGE-PUBLIC", [testing.resource("azurerm_storage_account", body)])

test_allows_what_is_safe if {
	every value in {false} {
		found({"allow_nested_items_to_be_public": value}) == set()
	}
}

test_denies_what_is_not if found({"allow_nested_items_to_be_public": true}) == {["azurerm_storage_account.it", "allow_nested_items_to_be_public"]}

test_leaves_what_is_not_resolved if found({"allow_nested_items_to_be_public": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
