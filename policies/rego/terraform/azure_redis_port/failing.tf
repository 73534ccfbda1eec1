resource "azurerm_redis_cache" "sessions" {
  name                 = "sessions"
  resource_group_name  = "shop"
  location             = "westeurope"
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = true
}
