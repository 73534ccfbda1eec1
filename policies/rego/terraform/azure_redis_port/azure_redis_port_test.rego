package terraform.azure_redis_port_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-REDIS-PORT", [testing.resource("azurerm_redis_cache", body)])

test_allows_what_is_safe if {
	every value in {false, null} {
		found({"non_ssl_port_enabled": value}) == set()
	}
}

test_denies_what_is_not if found({"non_ssl_port_enabled": true}) == {["azurerm_redis_cache.it", "non_ssl_port_enabled"]}

test_leaves_what_is_not_resolved if found({"non_ssl_port_enabled": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
