# Modules of a registry: what is not on disk is judged by its arguments.
resource "azurerm_virtual_network" "net" {
  name                = "net"
  resource_group_name = "mail"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "apps" {
  name                 = "apps"
  resource_group_name  = "mail"
  virtual_network_name = azurerm_virtual_network.net.name
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_service_plan" "plan" {
  name                = "plan"
  resource_group_name = "mail"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_container_app_environment" "place" {
  name                = "place"
  resource_group_name = "mail"
  location            = "westeurope"
}

module "farm" {
  source   = "Azure/avm-res-web-serverfarm/azurerm"
  version  = "2.0.8"
  name     = "farm"
  sku_name = "S1"
}

module "site" {
  source                    = "Azure/avm-res-web-site/azurerm"
  version                   = "0.22.0"
  name                      = "site"
  kind                      = "webapp"
  service_plan_resource_id  = azurerm_service_plan.plan.id
  virtual_network_subnet_id = azurerm_subnet.apps.id

  vnet_application_traffic_enabled = true

  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }
}

module "web" {
  source                                = "Azure/avm-res-app-containerapp/azurerm"
  version                               = "0.7.0"
  name                                  = "web"
  container_app_environment_resource_id = azurerm_container_app_environment.place.id

  template = {
    containers = [{
      name = "web"
      env = [
        { name = "SMTP_HOST", value = "smtp.sendgrid.net" },
        { name = "SMTP_PORT", value = "25" },
      ]
    }]
  }
}

module "group" {
  source     = "Azure/avm-res-containerinstance-containergroup/azurerm"
  version    = "0.2.0"
  name       = "group"
  subnet_ids = [azurerm_subnet.apps.id]

  containers = {
    sender = {
      name = "sender"
      environment_variables = {
        SMTP_HOST = "smtp.sendgrid.net"
        SMTP_PORT = "25"
      }
    }
  }
}

module "machine" {
  source  = "Azure/avm-res-compute-virtualmachine/azurerm"
  version = "0.20.0"
  name    = "machine"

  network_interfaces = {
    card = {
      name                  = "card"
      ip_forwarding_enabled = true

      ip_configurations = {
        ip = {
          name                         = "ip"
          private_ip_subnet_resource_id = azurerm_subnet.apps.id
        }
      }
    }
  }
}

module "shop" {
  source       = "example.org/mail/shop/azurerm"
  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }
}
