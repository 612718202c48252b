# Machines behind a load balancer, with a network of their own: what is written inside and what is written apart.
resource "azurerm_resource_group" "rg" {
  name     = "mail"
  location = "westeurope"
}

resource "azurerm_virtual_network" "net" {
  name                = "net"
  resource_group_name = azurerm_resource_group.rg.name
  location            = azurerm_resource_group.rg.location
  address_space       = ["10.0.0.0/16"]

  subnet {
    name             = "spare"
    address_prefixes = ["10.0.9.0/24"]
    security_group   = azurerm_network_security_group.guard.id
  }
}

resource "azurerm_subnet" "machines" {
  name                            = "machines"
  resource_group_name             = azurerm_resource_group.rg.name
  virtual_network_name            = azurerm_virtual_network.net.name
  address_prefixes                = ["10.0.1.0/24"]
  default_outbound_access_enabled = false
}

resource "azurerm_network_security_group" "guard" {
  name                = "guard"
  resource_group_name = azurerm_resource_group.rg.name
  location            = azurerm_resource_group.rg.location

  security_rule {
    name                       = "no-smtp"
    priority                   = 200
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["25", "587"]
    source_address_prefix      = "*"
    destination_address_prefix = "Internet"
  }
}

resource "azurerm_network_security_rule" "web" {
  name                        = "web"
  resource_group_name         = azurerm_resource_group.rg.name
  network_security_group_name = azurerm_network_security_group.guard.name
  priority                    = 300
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_range      = "443"
  source_address_prefixes     = ["10.0.1.0/24"]
  destination_address_prefix  = "*"
}

resource "azurerm_subnet_network_security_group_association" "machines" {
  subnet_id                 = azurerm_subnet.machines.id
  network_security_group_id = azurerm_network_security_group.guard.id
}

resource "azurerm_route_table" "routes" {
  name                          = "routes"
  resource_group_name           = azurerm_resource_group.rg.name
  location                      = azurerm_resource_group.rg.location
  bgp_route_propagation_enabled = false

  route {
    name                   = "out"
    address_prefix         = "0.0.0.0/0"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = "10.0.0.4"
  }
}

resource "azurerm_route" "back" {
  name                = "back"
  resource_group_name = azurerm_resource_group.rg.name
  route_table_name    = azurerm_route_table.routes.name
  address_prefix      = "192.168.0.0/16"
  next_hop_type       = "VirtualNetworkGateway"
}

resource "azurerm_subnet_route_table_association" "machines" {
  subnet_id      = azurerm_subnet.machines.id
  route_table_id = azurerm_route_table.routes.id
}

resource "azurerm_public_ip" "address" {
  name                = "address"
  resource_group_name = azurerm_resource_group.rg.name
  location            = azurerm_resource_group.rg.location
  allocation_method   = "Static"
}

resource "azurerm_nat_gateway" "nat" {
  name                = "nat"
  resource_group_name = azurerm_resource_group.rg.name
  location            = azurerm_resource_group.rg.location
}

resource "azurerm_nat_gateway_public_ip_association" "nat" {
  nat_gateway_id       = azurerm_nat_gateway.nat.id
  public_ip_address_id = azurerm_public_ip.address.id
}

resource "azurerm_subnet_nat_gateway_association" "machines" {
  subnet_id      = azurerm_subnet.machines.id
  nat_gateway_id = azurerm_nat_gateway.nat.id
}

resource "azurerm_lb" "balancer" {
  name                = "balancer"
  resource_group_name = azurerm_resource_group.rg.name
  location            = azurerm_resource_group.rg.location
  sku                 = "Standard"

  frontend_ip_configuration {
    name                 = "front"
    public_ip_address_id = azurerm_public_ip.address.id
  }
}

resource "azurerm_lb_backend_address_pool" "pool" {
  name            = "pool"
  loadbalancer_id = azurerm_lb.balancer.id
}

resource "azurerm_lb_rule" "web" {
  name                           = "web"
  loadbalancer_id                = azurerm_lb.balancer.id
  protocol                       = "Tcp"
  frontend_port                  = 443
  backend_port                   = 443
  frontend_ip_configuration_name = "front"
  backend_address_pool_ids       = [azurerm_lb_backend_address_pool.pool.id]
  disable_outbound_snat          = true
}

resource "azurerm_lb_outbound_rule" "out" {
  name                    = "out"
  loadbalancer_id         = azurerm_lb.balancer.id
  protocol                = "All"
  backend_address_pool_id = azurerm_lb_backend_address_pool.pool.id

  frontend_ip_configuration {
    name = "front"
  }
}

resource "azurerm_network_interface" "card" {
  name                  = "card"
  resource_group_name   = azurerm_resource_group.rg.name
  location              = azurerm_resource_group.rg.location
  ip_forwarding_enabled = true

  ip_configuration {
    name                          = "ip"
    subnet_id                     = azurerm_subnet.machines.id
    private_ip_address_allocation = "Static"
    private_ip_address            = "10.0.1.7"
    public_ip_address_id          = azurerm_public_ip.address.id
  }
}

resource "azurerm_network_interface_backend_address_pool_association" "card" {
  network_interface_id    = azurerm_network_interface.card.id
  ip_configuration_name   = "ip"
  backend_address_pool_id = azurerm_lb_backend_address_pool.pool.id
}

resource "azurerm_network_interface_security_group_association" "card" {
  network_interface_id      = azurerm_network_interface.card.id
  network_security_group_id = azurerm_network_security_group.guard.id
}

resource "azurerm_linux_virtual_machine" "sender" {
  name                  = "sender"
  resource_group_name   = azurerm_resource_group.rg.name
  location              = azurerm_resource_group.rg.location
  size                  = "Standard_B1s"
  network_interface_ids = [azurerm_network_interface.card.id]
}

resource "azurerm_virtual_machine_extension" "agent" {
  name                 = "agent"
  virtual_machine_id   = azurerm_linux_virtual_machine.sender.id
  publisher            = "Contoso.Mail"
  type                 = "Agent"
  type_handler_version = "1.0"
  settings             = jsonencode({ SMTP_HOST = "smtp.sendgrid.net", SMTP_PORT = "25" })
  protected_settings   = jsonencode({ SMTP_USERNAME = "apikey" })
}

resource "azurerm_linux_virtual_machine_scale_set" "workers" {
  name                = "workers"
  resource_group_name = azurerm_resource_group.rg.name
  location            = azurerm_resource_group.rg.location
  sku                 = "Standard_B1s"

  network_interface {
    name    = "worker"
    primary = true

    ip_configuration {
      name                                   = "ip"
      primary                                = true
      subnet_id                              = azurerm_subnet.machines.id
      load_balancer_backend_address_pool_ids = [azurerm_lb_backend_address_pool.pool.id]
    }
  }
}
