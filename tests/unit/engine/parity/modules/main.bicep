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
  kind: 'linux'
  sku: { name: 'P1v3' }
}

resource place 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'place'
  properties: {}
}

module farm 'br/public:avm/res/web/serverfarm:0.5.0' = {
  params: {
    name: 'farm'
    skuName: 'S1'
  }
}

module site 'br/public:avm/res/web/site:0.19.0' = {
  params: {
    name: 'site'
    kind: 'app'
    serverFarmResourceId: plan.id
    virtualNetworkSubnetResourceId: net::apps.id
    outboundVnetRouting: { applicationTraffic: true }
    configs: [
      {
        name: 'appsettings'
        properties: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: '25' }
      }
    ]
  }
}

module web 'br:mcr.microsoft.com/bicep/avm/res/app/container-app:0.18.0' = {
  params: {
    name: 'web'
    environmentResourceId: place.id
    containers: [
      {
        name: 'web'
        env: [
          { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
          { name: 'SMTP_PORT', value: '25' }
        ]
      }
    ]
  }
}

module group 'br/public:avm/res/container-instance/container-group:0.6.0' = {
  params: {
    name: 'group'
    subnets: [ { subnetResourceId: net::apps.id } ]
    containers: [
      {
        name: 'sender'
        properties: {
          environmentVariables: [
            { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
            { name: 'SMTP_PORT', value: '25' }
          ]
        }
      }
    ]
  }
}

module machine 'br/public:avm/res/compute/virtual-machine:0.20.0' = {
  params: {
    name: 'machine'
    nicConfigurations: [
      {
        name: 'card'
        enableIPForwarding: true
        ipConfigurations: [ { name: 'ip', subnetResourceId: net::apps.id } ]
      }
    ]
  }
}

module shop 'br:example.azurecr.io/mail/shop:1.0.0' = {
  params: {
    appSettings: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: '25' }
  }
}
