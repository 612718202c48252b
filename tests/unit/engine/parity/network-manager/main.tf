# Rules of a network manager for the networks of a group.
resource "azurerm_virtual_network" "net" {
  name                = "net"
  resource_group_name = "mail"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_network_manager" "manager" {
  name                = "manager"
  resource_group_name = "mail"
  scope_accesses      = ["SecurityAdmin"]
  scope {
    subscription_ids = ["/subscriptions/00000000-0000-0000-0000-000000000001"]
  }
}

resource "azurerm_network_manager_network_group" "networks" {
  name               = "networks"
  network_manager_id = azurerm_network_manager.manager.id
}

resource "azurerm_network_manager_static_member" "net" {
  name                      = "net"
  network_group_id          = azurerm_network_manager_network_group.networks.id
  target_virtual_network_id = azurerm_virtual_network.net.id
}

resource "azurerm_network_manager_security_admin_configuration" "security" {
  name               = "security"
  network_manager_id = azurerm_network_manager.manager.id
}

resource "azurerm_network_manager_admin_rule_collection" "mail" {
  name                            = "mail"
  security_admin_configuration_id = azurerm_network_manager_security_admin_configuration.security.id
  network_group_ids               = [azurerm_network_manager_network_group.networks.id]
}

resource "azurerm_network_manager_admin_rule" "mail" {
  name                     = "submission"
  admin_rule_collection_id = azurerm_network_manager_admin_rule_collection.mail.id
  action                   = "Deny"
  direction                = "Outbound"
  priority                 = 10
  protocol                 = "Tcp"
  source_port_ranges       = ["0-65535"]
  destination_port_ranges  = ["587"]
  source {
    address_prefix_type = "IPPrefix"
    address_prefix      = "*"
  }
  destination {
    address_prefix_type = "ServiceTag"
    address_prefix      = "Internet"
  }
}
