resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/16' ] } }

  resource apps 'subnets' = {
    name: 'apps'
    properties: { addressPrefixes: [ '10.0.1.0/24' ] }
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan'
  sku: { name: 'P1v3' }
}

resource shop 'Microsoft.Web/sites@2023-12-01' = {
  name: 'shop'
  kind: 'app,linux'
  properties: {
    serverFarmId: plan.id
    virtualNetworkSubnetId: net::apps.id
    outboundVnetRouting: { allTraffic: true }
  }
}

resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: shop
  name: 'appsettings'
  properties: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: '25' }
}
