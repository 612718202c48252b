# Terraform's other provider writes what templates write.
resource "azapi_resource" "net" {
  type = "Microsoft.Network/virtualNetworks@2024-05-01"
  name = "net"

  body = {
    properties = {
      addressSpace = { addressPrefixes = ["10.0.0.0/16"] }
    }
  }
}

resource "azapi_resource" "apps" {
  type      = "Microsoft.Network/virtualNetworks/subnets@2024-05-01"
  name      = "apps"
  parent_id = azapi_resource.net.id

  body = {
    properties = {
      addressPrefixes = ["10.0.1.0/24"]
    }
  }
}

resource "azapi_resource" "plan" {
  type = "Microsoft.Web/serverfarms@2023-12-01"
  name = "plan"
  body = { sku = { name = "P1v3" } }
}

resource "azapi_resource" "shop" {
  type = "Microsoft.Web/sites@2023-12-01"
  name = "shop"

  body = {
    kind = "app,linux"
    properties = {
      serverFarmId           = azapi_resource.plan.id
      virtualNetworkSubnetId = azapi_resource.apps.id
      outboundVnetRouting    = { allTraffic = true }
    }
  }
}

resource "azapi_resource" "settings" {
  type      = "Microsoft.Web/sites/config@2023-12-01"
  name      = "appsettings"
  parent_id = azapi_resource.shop.id

  body = {
    properties = {
      SMTP_HOST = "smtp.sendgrid.net"
      SMTP_PORT = "25"
    }
  }
}
