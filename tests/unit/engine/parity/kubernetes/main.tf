# Programs in a cluster, and settings that they take from elsewhere: only Terraform declares these beside Azure's own.
provider "azurerm" {
  subscription_id = "00000000-0000-0000-0000-000000000001"
  features {}
}

resource "azurerm_kubernetes_cluster" "cluster" {
  name                = "cluster"
  resource_group_name = "mail"
  location            = "westeurope"

  default_node_pool {
    name = "system"
  }
}

resource "kubernetes_config_map" "mail" {
  metadata {
    name = "mail"
  }

  data = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = "25"
  }
}

resource "kubernetes_config_map" "alone" {
  metadata {
    name = "alone"
  }

  data = {
    SMTP_HOST = "smtp.mailgun.org"
    SMTP_PORT = "25"
  }
}

resource "kubernetes_deployment" "shop" {
  metadata {
    name = "shop"
  }

  spec {
    template {
      spec {
        container {
          name  = "shop"
          image = "shop:1"

          env_from {
            config_map_ref {
              name = "mail"
            }
          }
        }
      }
    }
  }
}
