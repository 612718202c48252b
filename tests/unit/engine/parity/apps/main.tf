# Apps with and without a network, a slot, and settings in every place where they may stand.
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

  delegation {
    name = "apps"

    service_delegation {
      name = "Microsoft.Web/serverFarms"
    }
  }
}

resource "azurerm_subnet" "environment" {
  name                 = "environment"
  resource_group_name  = "mail"
  virtual_network_name = azurerm_virtual_network.net.name
  address_prefixes     = ["10.0.2.0/24"]
}

resource "azurerm_service_plan" "plan" {
  name                = "plan"
  resource_group_name = "mail"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "shop" {
  name                      = "shop"
  resource_group_name       = "mail"
  location                  = "westeurope"
  service_plan_id           = azurerm_service_plan.plan.id
  virtual_network_subnet_id = azurerm_subnet.apps.id

  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }

  connection_string {
    name  = "Mail"
    type  = "Custom"
    value = "smtp://smtp.mailgun.org:25"
  }

  site_config {
    vnet_route_all_enabled = true
  }
}

resource "azurerm_linux_web_app_slot" "staging" {
  name           = "staging"
  app_service_id = azurerm_linux_web_app.shop.id

  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "587"
  }

  site_config {}
}

resource "azurerm_linux_function_app" "jobs" {
  name                = "jobs"
  resource_group_name = "mail"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.plan.id

  app_settings = {
    MAIL_HOST = "smtp.mailgun.org"
    MAIL_PORT = "25"
  }

  site_config {}
}

resource "azurerm_app_service_virtual_network_swift_connection" "jobs" {
  app_service_id = azurerm_linux_function_app.jobs.id
  subnet_id      = azurerm_subnet.apps.id
}

resource "azurerm_web_app_hybrid_connection" "relay" {
  web_app_id = azurerm_linux_web_app.shop.id
  relay_id   = "relay"
  hostname   = "mail.corp.example.net"
  port       = 25
}

resource "azurerm_app_service_environment_v3" "island" {
  name                = "island"
  resource_group_name = "mail"
  subnet_id           = azurerm_subnet.environment.id
}

resource "azurerm_service_plan" "isolated" {
  name                       = "isolated"
  resource_group_name        = "mail"
  location                   = "westeurope"
  os_type                    = "Windows"
  sku_name                   = "I1v2"
  app_service_environment_id = azurerm_app_service_environment_v3.island.id
}

resource "azurerm_windows_web_app" "inner" {
  name                = "inner"
  resource_group_name = "mail"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.isolated.id

  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }

  site_config {}
}

resource "azurerm_logic_app_standard" "flow" {
  name                 = "flow"
  resource_group_name  = "mail"
  location             = "westeurope"
  app_service_plan_id  = azurerm_service_plan.plan.id
  storage_account_name = "store"

  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }
}

resource "azurerm_static_web_app" "pages" {
  name                = "pages"
  resource_group_name = "mail"
  location            = "westeurope"

  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }
}
