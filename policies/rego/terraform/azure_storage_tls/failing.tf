resource "azurerm_storage_account" "orders" {
  name                            = "shoporders"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "GRS"
  https_traffic_only_enabled      = true
  min_tls_version                 = "TLS1_0"
  allow_nested_items_to_be_public = false
}
