provider "azurerm" {
  features {}
}

locals {
  place = "westeurope"
  tls   = "1_0"
}

variable "public" {
  type    = bool
  default = true
}

variable "plan" {
  type = string
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = local.place
}

resource "azurerm_storage_account" "shop" {
  name                            = "shopfiles"
  resource_group_name             = azurerm_resource_group.shop.name
  location                        = local.place
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  https_traffic_only_enabled      = false
  min_tls_version                 = "TLS${local.tls}"
  allow_nested_items_to_be_public = var.public
}

resource "azurerm_mssql_server" "shop" {
  name                          = "shop"
  resource_group_name           = azurerm_resource_group.shop.name
  location                      = local.place
  version                       = "12.0"
  public_network_access_enabled = var.public
}

resource "azurerm_key_vault" "shop" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = local.place
  tenant_id           = "7c3b1a52-5d0e-4a49-9f1e-1f2f6f0a3b21"
  sku_name            = "standard"
}

resource "azurerm_linux_web_app" "shop" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = local.place
  service_plan_id     = var.plan
  https_only          = false

  site_config {
  }
}

resource "azurerm_redis_cache" "shop" {
  name                 = "shop"
  resource_group_name  = azurerm_resource_group.shop.name
  location             = local.place
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = true
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                              = "shop"
  resource_group_name               = azurerm_resource_group.shop.name
  location                          = local.place
  dns_prefix                        = "shop"
  role_based_access_control_enabled = true

  default_node_pool {
    name       = "default"
    node_count = 2
    vm_size    = "Standard_D2s_v5"
  }
}
