resource "azurerm_linux_virtual_machine" "worker" {
  name                            = "worker"
  resource_group_name             = "shop"
  location                        = "westeurope"
  size                            = "Standard_B2s"
  admin_username                  = "operator"
  network_interface_ids           = ["/subscriptions/0/resourceGroups/shop/providers/Microsoft.Network/networkInterfaces/worker"]
  disable_password_authentication = true

  admin_ssh_key {
    username   = "operator"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleE operator"
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }
}
