param smtpPort int = 587
param prefix string = 'shop'
param names array = ['a', 'b']
@secure()
param password string

var domain = 'sendgrid.net'

resource net 'Microsoft.Network/virtualNetworks@2023-09-01' = {
  name: '${prefix}-net'
  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }

  resource apps 'subnets' = {
    name: 'apps'
    properties: { addressPrefix: '10.0.0.0/24' }
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan'
  sku: { name: 'P1v3' }
}

module site 'modules/site.bicep' = [for n in names: {
  name: 'site-${n}'
  params: {
    name: '${prefix}-${n}'
    planId: plan.id
    subnetId: net::apps.id
    mail: { host: 'smtp.${domain}', port: smtpPort, password: password }
  }
}]
