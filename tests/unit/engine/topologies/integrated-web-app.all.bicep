resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: {
    addressSpace: {
      addressPrefixes: [ '10.0.0.0/16' ]
    }
  }
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: net
  name: 'mail'
  properties: {
    addressPrefixes: [ '10.0.1.0/24' ]
    networkSecurityGroup: {
      id: guard.id
    }
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'shop'
  kind: 'linux'
  sku: {
    name: 'P1v3'
  }
}

resource shop 'Microsoft.Web/sites@2023-12-01' = {
  name: 'shop'
  kind: 'app,linux'
  properties: {
    serverFarmId: plan.id
    virtualNetworkSubnetId: subnet.id
    vnetRouteAllEnabled: true
    siteConfig: {
      appSettings: [
        {
          name: 'SMTP_HOST'
          value: 'smtp.sendgrid.net'
        }
        {
          name: 'SMTP_PORT'
          value: '587'
        }
        {
          name: 'SMTP_USER'
          value: 'apikey'
        }
      ]
    }
  }
}

resource guard 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'mail'
  properties: {
  }
}

resource rule 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: guard
  name: 'mail'
  properties: {
    priority: 100
    direction: 'Outbound'
    access: 'Deny'
    protocol: 'Tcp'
    sourcePortRange: '*'
    sourceAddressPrefix: '*'
    destinationPortRange: '587'
    destinationAddressPrefix: 'Internet'
  }
}
