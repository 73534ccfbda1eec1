resource "azurerm_key_vault" "shop" {
  name                     = "shop"
  resource_group_name      = "shop"
  location                 = "westeurope"
  tenant_id                = "00000000-1111-2222-3333-444444444444"
  sku_name                 = "standard"
  purge_protection_enabled = false
}
