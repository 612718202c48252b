resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/16' ] } }
}

resource apps 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: net
  name: 'apps'
  properties: {
    addressPrefixes: [ '10.0.1.0/24' ]
    delegations: [ { name: 'apps', properties: { serviceName: 'Microsoft.Web/serverFarms' } } ]
  }
}

resource environment 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: net
  name: 'environment'
  properties: { addressPrefixes: [ '10.0.2.0/24' ] }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan'
  kind: 'linux'
  sku: { name: 'P1v3' }
}

resource shop 'Microsoft.Web/sites@2023-12-01' = {
  name: 'shop'
  kind: 'app,linux'
  properties: {
    serverFarmId: plan.id
    virtualNetworkSubnetId: apps.id
    siteConfig: { vnetRouteAllEnabled: true }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: '25' }
  }

  resource connections 'config' = {
    name: 'connectionstrings'
    properties: { Mail: { type: 'Custom', value: 'smtp://smtp.mailgun.org:25' } }
  }

  resource relay 'hybridConnectionNamespaces/relays' = {
    name: 'bus/relay'
    properties: { hostname: 'mail.corp.example.net', port: 25 }
  }
}

resource staging 'Microsoft.Web/sites/slots@2023-12-01' = {
  parent: shop
  name: 'staging'
  properties: {}
}

resource stagingSettings 'Microsoft.Web/sites/slots/config@2023-12-01' = {
  parent: staging
  name: 'appsettings'
  properties: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: '587' }
}

resource jobs 'Microsoft.Web/sites@2023-12-01' = {
  name: 'jobs'
  kind: 'functionapp,linux'
  properties: {
    serverFarmId: plan.id
    siteConfig: {
      appSettings: [
        { name: 'MAIL_HOST', value: 'smtp.mailgun.org' }
        { name: 'MAIL_PORT', value: '25' }
      ]
    }
  }
}

resource joined 'Microsoft.Web/sites/networkConfig@2023-12-01' = {
  parent: jobs
  name: 'virtualNetwork'
  properties: { subnetResourceId: apps.id }
}

resource island 'Microsoft.Web/hostingEnvironments@2023-12-01' = {
  name: 'island'
  kind: 'ASEV3'
  properties: { virtualNetwork: { id: environment.id } }
}

resource isolated 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'isolated'
  sku: { name: 'I1v2' }
  properties: { hostingEnvironmentProfile: { id: island.id } }
}

resource inner 'Microsoft.Web/sites@2023-12-01' = {
  name: 'inner'
  kind: 'app'
  properties: {
    serverFarmId: isolated.id
    siteConfig: {
      appSettings: [
        { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
        { name: 'SMTP_PORT', value: '25' }
      ]
    }
  }
}

resource flow 'Microsoft.Web/sites@2023-12-01' = {
  name: 'flow'
  kind: 'functionapp,workflowapp'
  properties: {
    serverFarmId: plan.id
    siteConfig: {
      appSettings: [
        { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
        { name: 'SMTP_PORT', value: '25' }
      ]
    }
  }
}

resource pages 'Microsoft.Web/staticSites@2023-12-01' = {
  name: 'pages'
}

resource pagesSettings 'Microsoft.Web/staticSites/config@2023-12-01' = {
  parent: pages
  name: 'appsettings'
  properties: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: '25' }
}
