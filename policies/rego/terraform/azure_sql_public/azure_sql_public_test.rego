package terraform.azure_sql_public_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-SQL-PUBLIC", [testing.resource("azurerm_mssql_server", body)])

test_allows_what_is_safe if {
	every value in {false} {
		found({"public_network_access_enabled": value}) == set()
	}
}

test_denies_what_is_not if found({"public_network_access_enabled": true}) == {["azurerm_mssql_server.it", "public_network_access_enabled"]}

test_leaves_what_is_not_resolved if found({"public_network_access_enabled": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
