package terraform.azure_app_https_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-APP-HTTPS", [testing.resource("azurerm_linux_web_app", body)])

test_allows_what_is_safe if {
	every value in {true} {
		found({"https_only": value}) == set()
	}
}

test_denies_what_is_not if found({"https_only": false}) == {["azurerm_linux_web_app.it", "https_only"]}

test_leaves_what_is_not_resolved if found({"https_only": {"$unresolved": "var.x"}}) == set()

test_denies_the_default if count(found({})) == 1
