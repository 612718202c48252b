# Two networks behind firewalls: a hub with a policy, a virtual hub with rules written in the firewall itself.
resource "azurerm_virtual_network" "spoke" {
  name                = "spoke"
  resource_group_name = "mail"
  location            = "westeurope"
  address_space       = ["10.1.0.0/16"]
}

resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  resource_group_name = "mail"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "AzureFirewallSubnet" {
  name                 = "AzureFirewallSubnet"
  resource_group_name  = "mail"
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_subnet" "GatewaySubnet" {
  name                 = "GatewaySubnet"
  resource_group_name  = "mail"
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["10.0.2.0/24"]
}

resource "azurerm_virtual_network_peering" "out" {
  name                      = "out"
  resource_group_name       = "mail"
  virtual_network_name      = azurerm_virtual_network.spoke.name
  remote_virtual_network_id = azurerm_virtual_network.hub.id
  use_remote_gateways       = true
}

resource "azurerm_virtual_network_gateway" "tunnel" {
  name                = "tunnel"
  resource_group_name = "mail"
  location            = "westeurope"
  type                = "Vpn"
  sku                 = "VpnGw1"

  ip_configuration {
    subnet_id            = azurerm_subnet.GatewaySubnet.id
    public_ip_address_id = "x"
  }
}

resource "azurerm_ip_group" "relays" {
  name                = "relays"
  resource_group_name = "mail"
  location            = "westeurope"
  cidrs               = ["52.0.0.0/8"]
}

resource "azurerm_firewall_policy" "base" {
  name                = "base"
  resource_group_name = "mail"
  location            = "westeurope"
}

resource "azurerm_firewall_policy" "policy" {
  name                = "policy"
  resource_group_name = "mail"
  location            = "westeurope"
  base_policy_id      = azurerm_firewall_policy.base.id

  dns {
    proxy_enabled = true
  }
}

resource "azurerm_firewall_policy_rule_collection_group" "rules" {
  name               = "rules"
  firewall_policy_id = azurerm_firewall_policy.policy.id
  priority           = 300

  network_rule_collection {
    name     = "mail"
    priority = 100
    action   = "Allow"

    rule {
      name                  = "submission"
      protocols             = ["TCP"]
      source_addresses      = ["10.1.0.0/16"]
      destination_fqdns     = ["smtp.sendgrid.net"]
      destination_ports     = ["587"]
    }
    rule {
      name                  = "relay"
      protocols             = ["TCP"]
      source_addresses      = ["*"]
      destination_ip_groups = [azurerm_ip_group.relays.id]
      destination_ports     = ["25"]
    }
  }

  application_rule_collection {
    name     = "web"
    priority = 200
    action   = "Allow"

    rule {
      name              = "pages"
      source_addresses  = ["*"]
      destination_fqdns = ["*.example.com"]

      protocols {
        type = "Https"
        port = 443
      }
    }
  }
}

resource "azurerm_firewall" "wall" {
  name                = "wall"
  resource_group_name = "mail"
  location            = "westeurope"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  firewall_policy_id  = azurerm_firewall_policy.policy.id

  ip_configuration {
    name      = "ip"
    subnet_id = azurerm_subnet.AzureFirewallSubnet.id
  }
}

resource "azurerm_firewall" "classic" {
  name                = "classic"
  resource_group_name = "mail"
  location            = "westeurope"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
}

resource "azurerm_firewall_network_rule_collection" "mail" {
  name                = "mail"
  resource_group_name = "mail"
  azure_firewall_name = azurerm_firewall.classic.name
  priority            = 100
  action              = "Deny"

  rule {
    name                  = "no-smtp"
    protocols             = ["TCP"]
    source_addresses      = ["*"]
    destination_addresses = ["*"]
    destination_ports     = ["25"]
  }
}

resource "azurerm_firewall_application_rule_collection" "web" {
  name                = "web"
  resource_group_name = "mail"
  azure_firewall_name = azurerm_firewall.classic.name
  priority            = 200
  action              = "Allow"

  rule {
    name             = "pages"
    source_addresses = ["*"]
    target_fqdns     = ["*.example.com"]

    protocol {
      type = "Https"
      port = 443
    }
  }
}

resource "azurerm_virtual_hub" "wan" {
  name                = "wan"
  resource_group_name = "mail"
  location            = "westeurope"
}

resource "azurerm_virtual_hub_connection" "spoke" {
  name                      = "spoke"
  virtual_hub_id            = azurerm_virtual_hub.wan.id
  remote_virtual_network_id = azurerm_virtual_network.spoke.id
  internet_security_enabled = true
}

resource "azurerm_virtual_hub_routing_intent" "intent" {
  name           = "intent"
  virtual_hub_id = azurerm_virtual_hub.wan.id

  routing_policy {
    name         = "internet"
    destinations = ["Internet"]
    next_hop     = azurerm_firewall.wall.id
  }
}

resource "azurerm_private_dns_zone" "fabrikam" {
  name                = "fabrikam"
  resource_group_name = "mail"
}

resource "azurerm_local_network_gateway" "office" {
  name                = "office"
  resource_group_name = "mail"
  location            = "westeurope"
  address_space       = ["131.107.0.0/16"]
}
