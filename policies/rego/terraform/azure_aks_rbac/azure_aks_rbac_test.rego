package terraform.azure_aks_rbac_test

import data.terraform.testing

found(body) := testing.found("TF-AZURE-AKS-RBAC", [testing.resource("azurerm_kubernetes_cluster", body)])

test_allows_what_is_safe if {
	every value in {true, null} {
		found({"role_based_access_control_enabled": value}) == set()
	}
}

test_denies_what_is_not if found({"role_based_access_control_enabled": false}) == {["azurerm_kubernetes_cluster.it", "role_based_access_control_enabled"]}

test_leaves_what_is_not_resolved if found({"role_based_access_control_enabled": {"$unresolved": "var.x"}}) == set()

test_allows_the_default if found({}) == set()
