# Programs in containers: container apps, container groups and a cluster.
resource "azurerm_virtual_network" "net" {
  name                = "net"
  resource_group_name = "mail"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "nodes" {
  name                 = "nodes"
  resource_group_name  = "mail"
  virtual_network_name = azurerm_virtual_network.net.name
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_container_app_environment" "place" {
  name                     = "place"
  resource_group_name      = "mail"
  location                 = "westeurope"
  infrastructure_subnet_id = azurerm_subnet.nodes.id
}

resource "azurerm_container_app_environment_dapr_component" "binding" {
  name                         = "binding"
  container_app_environment_id = azurerm_container_app_environment.place.id
  component_type               = "bindings.smtp"
  version                      = "v1"

  metadata {
    name  = "host"
    value = "smtp.sendgrid.net"
  }

  metadata {
    name        = "password"
    secret_name = "mail-password"
  }
}

resource "azurerm_container_app" "web" {
  name                         = "web"
  resource_group_name          = "mail"
  container_app_environment_id = azurerm_container_app_environment.place.id
  revision_mode                = "Single"

  secret {
    name  = "mail-password"
    value = "x"
  }

  template {
    container {
      name   = "web"
      image  = "web:1"
      cpu    = 1
      memory = "2Gi"

      env {
        name  = "SMTP_HOST"
        value = "smtp.sendgrid.net"
      }
      env {
        name  = "SMTP_PORT"
        value = "25"
      }
      env {
        name        = "SMTP_PASSWORD"
        secret_name = "mail-password"
      }
    }
  }
}

resource "azurerm_container_app_job" "nightly" {
  name                         = "nightly"
  resource_group_name          = "mail"
  location                     = "westeurope"
  container_app_environment_id = azurerm_container_app_environment.place.id
  replica_timeout_in_seconds   = 60

  template {
    container {
      name   = "nightly"
      image  = "nightly:1"
      cpu    = 1
      memory = "2Gi"

      env {
        name  = "SMTP_HOST"
        value = "smtp.mailgun.org"
      }
      env {
        name  = "SMTP_PORT"
        value = "587"
      }
    }
  }
}

resource "azurerm_container_group" "group" {
  name                = "group"
  resource_group_name = "mail"
  location            = "westeurope"
  os_type             = "Linux"
  subnet_ids          = [azurerm_subnet.nodes.id]

  container {
    name   = "sender"
    image  = "sender:1"
    cpu    = 1
    memory = 1

    environment_variables = {
      SMTP_HOST = "smtp.sendgrid.net"
      SMTP_PORT = "25"
    }
    secure_environment_variables = {
      SMTP_PASSWORD = "x"
    }
  }
}

resource "azurerm_kubernetes_cluster" "cluster" {
  name                = "cluster"
  resource_group_name = "mail"
  location            = "westeurope"

  default_node_pool {
    name           = "system"
    vnet_subnet_id = azurerm_subnet.nodes.id
  }

  network_profile {
    network_plugin = "azure"
    outbound_type  = "userDefinedRouting"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "more" {
  name                  = "more"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.cluster.id
  vnet_subnet_id        = azurerm_subnet.nodes.id
}
