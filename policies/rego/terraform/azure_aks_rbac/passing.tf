resource "azurerm_kubernetes_cluster" "shop" {
  name                              = "shop"
  resource_group_name               = "shop"
  location                          = "westeurope"
  dns_prefix                        = "shop"
  role_based_access_control_enabled = true

  default_node_pool {
    name       = "default"
    node_count = 3
    vm_size    = "Standard_D2s_v5"
  }

  identity {
    type = "SystemAssigned"
  }
}
