resource "azurerm_mssql_server" "orders" {
  name                          = "orders"
  resource_group_name           = "shop"
  location                      = "westeurope"
  version                       = "12.0"
  public_network_access_enabled = true

  azuread_administrator {
    login_username = "database-admins"
    object_id      = "00000000-1111-2222-3333-555555555555"
  }
}
