# Services of the platform, and those whose nodes are machines.
resource "azurerm_virtual_network" "net" {
  name                = "net"
  resource_group_name = "mail"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "services" {
  name                 = "services"
  resource_group_name  = "mail"
  virtual_network_name = azurerm_virtual_network.net.name
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_api_management" "api" {
  name                 = "api"
  resource_group_name  = "mail"
  location             = "westeurope"
  publisher_name       = "x"
  publisher_email      = "x@example.com"
  sku_name             = "Developer_1"
  virtual_network_type = "External"

  virtual_network_configuration {
    subnet_id = azurerm_subnet.services.id
  }
}

resource "azurerm_batch_account" "batch" {
  name                 = "batch"
  resource_group_name  = "mail"
  location             = "westeurope"
  pool_allocation_mode = "UserSubscription"
}

resource "azurerm_batch_pool" "nodes" {
  name                = "nodes"
  resource_group_name = "mail"
  account_name        = azurerm_batch_account.batch.name
  node_agent_sku_id   = "batch.node.ubuntu 22.04"
  vm_size             = "Standard_A1"

  network_configuration {
    subnet_id = azurerm_subnet.services.id
  }

  start_task {
    command_line = "run"

    common_environment_properties = {
      SMTP_HOST = "smtp.sendgrid.net"
      SMTP_PORT = "25"
    }
  }
}

resource "azurerm_logic_app_workflow" "flow" {
  name                = "flow"
  resource_group_name = "mail"
  location            = "westeurope"
}

resource "azurerm_api_connection" "smtp" {
  name                = "smtp"
  resource_group_name = "mail"
  managed_api_id      = "/subscriptions/0/providers/Microsoft.Web/locations/westeurope/managedApis/smtp"

  parameter_values = {
    serverAddress = "smtp.sendgrid.net"
    port          = "25"
  }
}

resource "azurerm_dashboard_grafana" "board" {
  name                  = "board"
  resource_group_name   = "mail"
  location              = "westeurope"
  grafana_major_version = 11

  smtp {
    enabled      = true
    host         = "smtp.sendgrid.net:25"
    user         = "apikey"
    from_address = "x@example.com"
  }
}

resource "azurerm_spring_cloud_java_deployment" "spring" {
  name                = "spring"
  spring_cloud_app_id = "app"

  environment_variables = {
    SPRING_MAIL_HOST = "smtp.sendgrid.net"
    SPRING_MAIL_PORT = "25"
  }
}

resource "azurerm_mssql_managed_instance" "database" {
  name                = "database"
  resource_group_name = "mail"
  location            = "westeurope"
  subnet_id           = azurerm_subnet.services.id
}

resource "azurerm_resource_deployment_script_azure_cli" "script" {
  name                = "script"
  resource_group_name = "mail"
  location            = "westeurope"
  version             = "2.40.0"
  retention_interval  = "P1D"
  script_content      = "true"

  environment_variable {
    name  = "SMTP_HOST"
    value = "smtp.sendgrid.net"
  }
  environment_variable {
    name  = "SMTP_PORT"
    value = "25"
  }
}

resource "azurerm_redhat_openshift_cluster" "cluster" {
  name                = "cluster"
  resource_group_name = "mail"
  location            = "westeurope"

  worker_profile {
    subnet_id = azurerm_subnet.services.id
  }
}

resource "azurerm_vmware_private_cloud" "cloud" {
  name                = "cloud"
  resource_group_name = "mail"
  location            = "westeurope"
}
