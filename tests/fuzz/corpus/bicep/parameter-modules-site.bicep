param name string
param planId string
param subnetId string
param mail object

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  properties: {
    serverFarmId: planId
    virtualNetworkSubnetId: subnetId
    vnetRouteAllEnabled: true
    siteConfig: {
      appSettings: [
        { name: 'SMTP_HOST', value: mail.host }
        { name: 'SMTP_PORT', value: string(mail.port) }
        { name: 'SMTP_PASSWORD', value: mail.password }
      ]
    }
  }
}
